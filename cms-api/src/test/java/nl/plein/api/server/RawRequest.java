package nl.plein.api.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a port byte by byte, because no client library would send what an attacker sends. */
public final class RawRequest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE = 30_000;

    /** @param status 0 if the server hung up without an answer */
    public record Answer(int status, String head, byte[] body) {

        public String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    private RawRequest() {}

    /**
     * @param target  sent as it is, in ISO 8859-1
     * @param headers whole lines; {@code Host} is added unless it is among them
     */
    public static Answer send(int port, String method, String target, List<String> headers, byte[] body) {
        return sendFrom("127.0.0.1", port, method, target, headers, body);
    }

    /** @param from the address of this machine that the connection comes from: another of {@code 127.0.0.0/8}, say */
    public static Answer sendFrom(
            String from, int port, String method, String target, List<String> headers, byte[] body) {
        var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
            head.append("Host: 127.0.0.1:").append(port).append("\r\n");
        }
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(PATIENCE);
            write(socket, head.toString().getBytes(StandardCharsets.ISO_8859_1), body);
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    /**
     * Sends a body of unknown length in chunks (RFC 9112, 7.1), as it comes, and listens meanwhile: a server may answer before
     * it has read all.
     */
    public static Answer stream(int port, String method, String target, List<String> headers, InputStream body) {
        var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        head.append("Host: 127.0.0.1:").append(port).append("\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        head.append("Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE);
            Thread writer = new Thread(() -> chunks(socket, head.toString(), body));
            writer.start();
            Answer answer = read(socket.getInputStream());
            socket.close();
            writer.join();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void chunks(Socket socket, String head, InputStream body) {
        try (body) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            byte[] buffer = new byte[1 << 16];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                out.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.write(buffer, 0, count);
                out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (IOException hungUp) {
            // the answer says why
        }
    }

    /** A server that refuses a body need not read it. */
    private static void write(Socket socket, byte[] head, byte[] body) throws IOException {
        socket.getOutputStream().write(head);
        try {
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
        } catch (SocketException early) {
            return;
        }
    }

    private static Answer read(InputStream in) {
        var all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (IOException reset) {
            // what came before it counts
        }
        String text = all.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.1 ") || end < 0) {
            return new Answer(0, "", new byte[0]);
        }
        String head = text.substring(0, end);
        byte[] body = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        return new Answer(Integer.parseInt(head.substring(9, 12)), head, chunked ? joined(body) : body);
    }

    private static byte[] joined(byte[] chunks) {
        String text = new String(chunks, StandardCharsets.ISO_8859_1);
        var body = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int line = text.indexOf("\r\n", at);
            int length =
                    line < 0 ? 0 : Integer.parseInt(text.substring(at, line).strip(), 16);
            if (length == 0) {
                break;
            }
            body.append(text, line + 2, Math.min(text.length(), line + 2 + length));
            at = line + 2 + length + 2;
        }
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
