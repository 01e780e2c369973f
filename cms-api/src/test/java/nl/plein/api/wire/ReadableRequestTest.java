package nl.plein.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nieuws/caf%C3%A9", "/100%", "/a%2Fb", "/é"})
    void a_path_in_utf8_is_read(String path) {
        assertThat(ReadableRequest.address(path, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%ff%fe", "/caf%E9", "/a%00b", "/%C3"})
    void a_path_that_stands_for_no_text_is_refused(String path) {
        assertThat(ReadableRequest.address(path, null)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "multipart/form-data; boundary=\"a b\""})
    void a_media_type_is_read(String type) {
        assertThat(ReadableRequest.contentType(Optional.of(type))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "application/", "a/b; charset", "a b/c"})
    void what_is_no_media_type_is_refused(String type) {
        assertThat(ReadableRequest.contentType(Optional.of(type))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "text/html, image/gif, *; q=.2, */*; q=.2",
                "a/b;q=1.000",
                "a/b;q=0",
                "a/b;x=\"c, d\", e/f"
            })
    void what_clients_accept_is_read(String header) {
        assertThat(ReadableRequest.accept(List.of(header))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a/b, json", "a b/c"})
    void what_is_no_list_of_media_types_is_refused(String header) {
        assertThat(ReadableRequest.accept(List.of(header))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html;q=oops", "a/b;q=2", "a/b;q=-1", "a/b;q=", "a/b, c/d;q=1.5"})
    void a_weight_that_is_none_is_refused(String header) {
        assertThat(ReadableRequest.accept(List.of("*/*", header))).isPresent();
    }
}
