import { expect, test, vi } from "vitest";
import { OFFLINE, Problem } from "../api/problem";
import type { Site } from "../app/site";
import type { Asset } from "./asset";
import type { Sending } from "./sendFile";
import { Uploads } from "./uploads";

const site = { id: "stad" } as Site;
const file = (name: string, text = "inhoud") => new File([text], name);

/** A server that answers when the test says so. */
function aServer() {
  const asked: Array<{
    file: File;
    sending: Sending;
    answer: (asset: Asset) => void;
    refuse: (problem: unknown) => void;
  }> = [];
  const send = (_site: Site, sent: File, sending: Sending) =>
    new Promise<Asset>((answer, refuse) => {
      asked.push({ file: sent, sending, answer, refuse });
    });
  return { asked, send };
}

test("two files are sent at a time, in the order in which they were chosen", async () => {
  const server = aServer();
  const uploads = new Uploads(server.send, () => {});
  uploads.add(site, [file("een.png"), file("twee.png"), file("drie.png")]);
  expect(server.asked.map((one) => one.file.name)).toEqual(["een.png", "twee.png"]);

  server.asked[0]?.answer({ id: "1" } as Asset);
  await vi.waitFor(() => expect(server.asked).toHaveLength(3));
  expect(uploads.list().map((upload) => upload.state)).toEqual(["done", "sending", "sending"]);
});

test("a retry has the key of the first try, so that no file is stored twice", async () => {
  const server = aServer();
  const uploads = new Uploads(server.send, () => {});
  const [id] = uploads.add(site, [file("een.png")]);
  server.asked[0]?.refuse(new Problem(0, OFFLINE, ""));
  await vi.waitFor(() => expect(uploads.list()[0]?.state).toBe("failed"));

  uploads.retryOffline(site);

  expect(server.asked[1]?.sending.key).toBe(id);
});

test("a file that is too large or empty is refused before it is sent", () => {
  const server = aServer();
  const uploads = new Uploads(server.send, () => {});
  const large = file("film.mp4");
  Object.defineProperty(large, "size", { value: 200 * 1024 * 1024 });
  uploads.add(site, [large, file("leeg.txt", "")]);
  expect(server.asked).toHaveLength(0);
  expect(uploads.list().map((upload) => (upload.problem as Problem).code)).toEqual(["file-too-large", "file-empty"]);
});

test("a cancelled upload stops, and the next one begins", async () => {
  const server = aServer();
  const uploads = new Uploads(server.send, () => {});
  const [first] = uploads.add(site, [file("een.png"), file("twee.png"), file("drie.png")]);
  uploads.cancel(first ?? "");
  expect(server.asked[0]?.sending.signal?.aborted).toBe(true);
  server.asked[0]?.refuse(new DOMException("", "AbortError"));
  await vi.waitFor(() => expect(server.asked).toHaveLength(3));
  expect(uploads.list()[0]?.state).toBe("cancelled");
});
