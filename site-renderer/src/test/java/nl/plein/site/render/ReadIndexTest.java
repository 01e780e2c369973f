package nl.plein.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadIndexTest {
    @Test
    void it_finds_who_has_read_a_key_as_asking_everybody_would() {
        Random random = new Random(2);
        ReadIndex index = new ReadIndex();
        Map<String, Set<Long>> all = new HashMap<>();
        for (int step = 0; step < 20_000; step++) {
            String page = "/" + random.nextInt(300);
            if (random.nextInt(10) == 0) {
                index.remove(page);
                all.remove(page);
            } else {
                Set<Long> reads =
                        random.longs(random.nextInt(40), 1, 500).boxed().collect(Collectors.toSet());
                index.put(
                        page, reads.stream().mapToLong(Long::longValue).sorted().toArray());
                all.put(page, reads);
            }
            if (step % 20 == 0) {
                Set<Long> asked = random.longs(3, 1, 500).boxed().collect(Collectors.toSet());
                Set<String> readers = new HashSet<>();
                all.forEach((path, reads) -> {
                    if (reads.stream().anyMatch(asked::contains)) {
                        readers.add(path);
                    }
                });
                assertThat(index.readers(asked)).isEqualTo(readers);
            }
        }
    }
}
