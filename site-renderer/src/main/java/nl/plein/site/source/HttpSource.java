package nl.plein.site.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;
import nl.plein.site.kernel.Trouble;
import tools.jackson.databind.JsonNode;

/** The delivery API of a server. What it shows depends on the token: without one, what everyone may see. */
public final class HttpSource implements Source {
    private static final int PAGE_SIZE = 500;
    private static final int TRIES = 3;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;
    private final String site;
    private final Optional<String> token;

    /** @param base address of the installation, as http://127.0.0.1:8080 */
    public HttpSource(URI base, String site, Optional<String> token) {
        this.base = base.toString().replaceAll("/+$", "");
        this.site = site;
        this.token = token;
    }

    @Override
    public String origin() {
        return base + " " + site + " " + token.map(Hashes::sha256).orElse("public");
    }

    @Override
    public JsonNode site() {
        return Json.parse(siteText(), address());
    }

    /** {@link #site()} as the server wrote it. */
    byte[] siteText() {
        return bytes(address());
    }

    @Override
    public ChangePage changes(long after, OptionalLong until, Optional<String> cursor) {
        return ChangePage.of(Json.parse(changesText(after, until, cursor), address()));
    }

    /** {@link #changes} as the server wrote it. */
    byte[] changesText(long after, OptionalLong until, Optional<String> cursor) {
        StringBuilder address = new StringBuilder(address())
                .append("/changes?after=")
                .append(after)
                .append("&pageSize=")
                .append(PAGE_SIZE);
        until.ifPresent(version -> address.append("&until=").append(version));
        cursor.ifPresent(value -> address.append("&cursor=").append(encoded(value)));
        return bytes(address.toString());
    }

    @Override
    public long versionAt(String instant) {
        String address = address() + "/entries?pageSize=1&at=" + encoded(instant);
        HttpResponse<byte[]> answer = send(address, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw refusal(address, answer);
        }
        return answer.headers()
                .firstValueAsLong("Site-Version")
                .orElseThrow(() -> new Trouble("The server does not say which version " + instant + " had."));
    }

    @Override
    public InputStream asset(AssetFile asset) throws IOException {
        String address = base + "/delivery/v1/assets/" + encoded(asset.id()) + "/" + encoded(asset.file());
        HttpResponse<InputStream> answer = send(address, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new IOException("status " + answer.statusCode() + " for " + address);
        }
        return answer.body();
    }

    private String address() {
        return base + "/delivery/v1/sites/" + encoded(site);
    }

    private byte[] bytes(String address) {
        HttpResponse<byte[]> answer = send(address, BodyHandlers.ofByteArray());
        if (answer.statusCode() == 200) {
            return answer.body();
        }
        throw refusal(address, answer);
    }

    private RuntimeException refusal(String address, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (body.contains("cursor") && answer.statusCode() == 400 || answer.statusCode() == 410) {
            return new Forgotten(body);
        }
        String hint =
                switch (answer.statusCode()) {
                    case 401, 403 -> " Give a token with the right to read this site: --token.";
                    case 404 -> " Is '" + site + "' the id of a site, and may this token see it?";
                    default -> "";
                };
        return new Trouble("The server answered " + answer.statusCode() + " to " + address + "." + hint + " " + body);
    }

    private <T> HttpResponse<T> send(String address, HttpResponse.BodyHandler<T> handler) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        IOException last = new IOException("not tried");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                HttpResponse<T> answer = client.send(request.build(), handler);
                if (answer.statusCode() < 500 || attempt == TRIES - 1) {
                    return answer;
                }
                pause(attempt);
            } catch (IOException e) {
                last = e;
                pause(attempt);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("Interrupted while waiting for " + address, e);
            }
        }
        throw new Trouble("No answer from " + address + ": " + last, last);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(200L << attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
