import { OFFLINE, Problem } from "./problem";
import { csrfToken, regained } from "./session";

export interface Progress {
  /** Bytes that have gone, of all. */
  onProgress?: (sent: number, all: number) => void;
  signal?: AbortSignal;
}

interface Sending extends Progress {
  headers?: Record<string, string>;
}

/**
 * Sends bytes, and tells how far they are. A session that ends meanwhile is waited for, and they are sent again.
 *
 * @throws Problem if they were refused, or nobody could be reached
 */
export async function sendBytes<T>(method: string, address: string, body: Blob, sending: Sending): Promise<T> {
  try {
    return await once<T>(method, address, body, sending);
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) {
      await regained();
      return sendBytes(method, address, body, sending);
    }
    throw problem;
  }
}

/** `fetch` can't tell how much of a body has gone: this is the only place that asks in the older way. */
function once<T>(method: string, address: string, body: Blob, sending: Sending): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader("Content-Type", body.type || "application/octet-stream");
    for (const [name, value] of Object.entries(sending.headers ?? {})) {
      request.setRequestHeader(name, value);
    }
    const token = csrfToken();
    if (token) {
      request.setRequestHeader("Plein-Csrf", token);
    }
    request.upload.onprogress = (event) => sending.onProgress?.(event.loaded, event.total);
    request.onerror = () => reject(new Problem(0, OFFLINE, ""));
    request.onabort = () => reject(new DOMException("", "AbortError"));
    request.onload = () => {
      const response = new Response(request.responseText || null, {
        status: request.status,
        statusText: request.statusText,
      });
      if (response.ok) {
        response.json().then(resolve, reject);
      } else {
        Problem.of(response).then(reject, reject);
      }
    };
    sending.signal?.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}
