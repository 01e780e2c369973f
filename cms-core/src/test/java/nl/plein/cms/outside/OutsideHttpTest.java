package nl.plein.cms.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.testkit.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent inside, whatever the address says, and nothing is waited for without end. */
class OutsideHttpTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final Receiver inside = new Receiver(0);
    private final OutsideHttp http = new OutsideHttp();
    private final OutsideUrl urls = new OutsideUrl();
    private String allow = "";

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        var allowed = new AllowedHosts();
        Settings settings = name -> name.equals("plein.outside.allow") ? Optional.of(allow) : Optional.empty();
        allowed.settings = settings;
        http.allowed = allowed;
        urls.allowed = allowed;
        http.threads = Executors.defaultThreadFactory();
    }

    @AfterEach
    void close() {
        http.stop();
        inside.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "localhost",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "0.0.0.0",
                "0",
                "10.0.0.1",
                "169.254.169.254",
                "192.168.0.1",
            })
    void no_form_of_an_address_leads_inside(String host) {
        Reply reply = post("http://" + host + ":" + inside.port() + "/");

        assertThat(reply).isEqualTo(new Reply.Unreached(Reply.Reason.ADDRESS_REFUSED));
        assertThat(inside.got()).isEmpty();
    }

    @Test
    void a_name_that_leads_elsewhere_the_next_time_is_looked_at_each_time() {
        var asked = new AtomicInteger();
        http.believe(host -> asked.incrementAndGet() % 2 == 1
                ? new InetAddress[] {InetAddress.getByName("127.0.0.1")}
                : InetAddress.getAllByName("0.0.0.0"));

        for (int i = 0; i < 6; i++) {
            assertThat(post("http://rebinding.example:" + inside.port() + "/"))
                    .isEqualTo(new Reply.Unreached(Reply.Reason.ADDRESS_REFUSED));
        }
        assertThat(asked).hasValue(6);
        assertThat(inside.got()).isEmpty();
    }

    @Test
    void one_private_address_among_public_ones_spoils_the_name() {
        http.believe(host -> new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("127.0.0.1")});

        assertThat(post("http://mixed.example:" + inside.port() + "/"))
                .isEqualTo(new Reply.Unreached(Reply.Reason.ADDRESS_REFUSED));
    }

    @Test
    void what_the_operator_named_is_reached_with_its_port_only() {
        allow = " other.example:1, " + inside.authority();

        assertThat(post(inside.url())).isEqualTo(answered(204));
        assertThat(post("http://127.0.0.1:" + (inside.port() == 65_535 ? 1_024 : inside.port() + 1) + "/"))
                .isEqualTo(new Reply.Unreached(Reply.Reason.ADDRESS_REFUSED));
        assertThat(post("http://localhost:" + inside.port() + "/"))
                .isEqualTo(new Reply.Unreached(Reply.Reason.ADDRESS_REFUSED));
        assertThat(inside.got()).hasSize(1);
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() {
        allow = inside.authority();
        inside.answers(302, "Location", "http://127.0.0.1:" + inside.port() + "/geheim");

        assertThat(post(inside.url()))
                .isEqualTo(new Reply.Answered(
                        302, Optional.empty(), Optional.of("http://127.0.0.1:" + inside.port() + "/geheim")));
        assertThat(inside.got()).extracting(Receiver.Got::target).containsExactly("/plein");
    }

    @Test
    void a_link_is_asked_for_by_head_and_get_through_the_same_door() {
        assertThat(http.head(URI.create(inside.url()), OutsideHttp.LONGEST))
                .isEqualTo(new Reply.Unreached(Reply.Reason.ADDRESS_REFUSED));
        assertThat(inside.got()).isEmpty();

        allow = inside.authority();
        inside.answers(404);

        assertThat(http.head(URI.create(inside.url()), OutsideHttp.LONGEST)).isEqualTo(answered(404));
        assertThat(http.get(URI.create(inside.url()), OutsideHttp.LONGEST)).isEqualTo(answered(404));
        inside.hangs();
        assertThat(http.get(URI.create(inside.url()), Duration.ofMillis(300)))
                .isEqualTo(new Reply.Unreached(Reply.Reason.TIMED_OUT));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.nl/a?b=c#deel, https://www.example.nl/a?b=c",
        "HTTP://Example.nl, http://example.nl/",
        "https://café.example/menu/thé, https://xn--caf-dma.example/menu/th%C3%A9",
        "https://example.nl:443/, https://example.nl:443/",
    })
    void the_address_of_a_link_is_read_as_a_browser_asks_for_it(String link, String asked) {
        assertThat(urls.ofLink(link)).contains(URI.create(asked));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.nl:22/",
                "http://127.0.0.1/",
                "http://localhost/",
                "http://2130706433/",
                "https://noor@example.nl/",
                "ftp://example.nl/",
                "mailto:info@example.nl",
                "/nieuws",
                "https://",
                "https://a b/",
            })
    void what_leads_inside_or_to_other_ports_is_not_asked_for(String link) {
        assertThat(urls.ofLink(link)).isEmpty();
    }

    @Test
    void who_asks_for_rest_in_seconds_is_heard() {
        allow = inside.authority();
        inside.answers(503, "Retry-After", "120");

        assertThat(post(inside.url()))
                .isEqualTo(new Reply.Answered(503, Optional.of(Duration.ofSeconds(120)), Optional.empty()));
    }

    @Test
    void who_says_nothing_is_left_after_ten_seconds() {
        allow = inside.authority();
        inside.hangs();
        long began = System.nanoTime();

        assertThat(post(inside.url())).isEqualTo(new Reply.Unreached(Reply.Reason.TIMED_OUT));
        assertThat(since(began)).isLessThan(OutsideHttp.LONGEST.plusSeconds(3));
    }

    @Test
    void an_answer_without_end_is_not_read() {
        allow = inside.authority();
        inside.drips();
        long began = System.nanoTime();

        assertThat(post(inside.url())).isEqualTo(answered(500));
        assertThat(since(began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void who_can_t_prove_its_name_by_a_certificate_is_told_nothing() throws Exception {
        var told = new AtomicInteger();
        HttpsServer server = selfSigned(told);
        try {
            allow = "127.0.0.1:" + server.getAddress().getPort();

            assertThat(post("https://" + allow + "/")).isEqualTo(new Reply.Unreached(Reply.Reason.NOT_TRUSTED));
            assertThat(told).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"X,100000,1", "X,10,5000"})
    void headers_without_end_are_not_read(String name, int length, int number) throws Exception {
        String header = name + ": " + "x".repeat(length) + "\r\n";
        try (ServerSocket server = talking("HTTP/1.1 200 OK\r\n" + header.repeat(number) + "\r\n")) {
            allow = "127.0.0.1:" + server.getLocalPort();

            assertThat(post("http://" + allow + "/")).isEqualTo(new Reply.Unreached(Reply.Reason.BROKEN));
        }
    }

    @Test
    void a_status_line_that_drips_is_left_after_ten_seconds() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            var thread = new Thread(() -> drip(server));
            thread.setDaemon(true);
            thread.start();
            allow = "127.0.0.1:" + server.getLocalPort();
            long began = System.nanoTime();

            assertThat(post("http://" + allow + "/")).isEqualTo(new Reply.Unreached(Reply.Reason.TIMED_OUT));
            assertThat(since(began)).isLessThan(OutsideHttp.LONGEST.plusSeconds(3));
        }
    }

    @Test
    void what_is_no_http_is_a_broken_answer_and_where_nobody_listens_is_no_connection() throws Exception {
        int port;
        try (ServerSocket server = talking("220 mail.example ESMTP\r\n")) {
            port = server.getLocalPort();
            allow = "127.0.0.1:" + port;
            assertThat(post("http://" + allow + "/")).isEqualTo(new Reply.Unreached(Reply.Reason.BROKEN));
        }
        assertThat(post("http://127.0.0.1:" + port + "/")).isEqualTo(new Reply.Unreached(Reply.Reason.NO_CONNECTION));
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example/, invalid-url",
        "ftp://hooks.example/, invalid-url",
        "file:///etc/passwd, invalid-url",
        "jar:https://hooks.example/a.jar!/, invalid-url",
        "//hooks.example/, invalid-url",
        "https:/hooks.example, invalid-url",
        "https://user:secret@hooks.example/, invalid-url",
        "https://hooks.example/#top, invalid-url",
        "https://hooks.example:0/, invalid-url",
        "https://hooks.example:70000/, invalid-url",
        "https://hooks.example\\@127.0.0.1/, invalid-url",
        "https://h\u00f6oks.example/, invalid-url",
        "'https://hooks.example/ x', invalid-url",
        "https://127.0.0.1/, address-refused",
        "https://localhost/, address-refused",
        "https://a.localhost./, address-refused",
        "https://2130706433/, address-refused",
        "https://127.1/, invalid-url",
        "https://0x7f000001/, address-refused",
        "https://0177.0.0.1/, address-refused",
        "https://a.example.0x1/, invalid-url",
        "https://[::1]/, address-refused",
        "https://[::ffff:10.0.0.1]/, address-refused",
        "https://169.254.169.254/latest, address-refused",
    })
    void an_address_that_can_t_be_sent_to_is_refused_early(String url, String code) {
        assertThatThrownBy(() -> urls.read(url))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void an_address_outside_is_read_as_it_is() {
        assertThat(urls.read("https://hooks.example:8443/a/b?c=d")).hasToString("https://hooks.example:8443/a/b?c=d");
    }

    private static Reply answered(int status) {
        return new Reply.Answered(status, Optional.empty(), Optional.empty());
    }

    private Reply post(String url) {
        return http.post(URI.create(url), Map.of("Content-Type", "application/json"), BODY);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private HttpsServer selfSigned(AtomicInteger told) throws Exception {
        Path store = folder.resolve("own.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            told.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Says the same to everybody, whatever they ask. */
    private static ServerSocket talking(String words) throws Exception {
        var server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        var thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read(new byte[8_192]);
                    socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
                    socket.getOutputStream().flush();
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                } catch (java.io.IOException e) {
                    // closed, or whoever asked has gone
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            for (int i = 0; i < 1_000; i++) {
                socket.getOutputStream().write('H');
                socket.getOutputStream().flush();
                Thread.sleep(100);
            }
        } catch (java.io.IOException | InterruptedException e) {
            // whoever asked has gone
        }
    }
}
