package io.fettle.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final Path DEFAULT = Path.of("default");

    @Test
    void optionsStandInAnyOrder() throws IOException {
        Options options = Options.parse(List.of("--port", "9000", "vault", "--data", "here", "--detach"), DEFAULT);
        assertThat(options.data()).isEqualTo(Path.of("here"));
        assertThat(options.port()).hasValue(9000);
        assertThat(options.detach()).isTrue();
        assertThat(options.names()).containsExactly("vault");
    }

    @Test
    void withoutOptionsNothingIsSaid() throws IOException {
        assertThat(Options.parse(List.of(), DEFAULT).data()).isEqualTo(DEFAULT);
        assertThat(Options.parse(List.of(), DEFAULT).port()).isEmpty();
    }

    @Test
    void aMistakeIsNamed() {
        assertThatThrownBy(() -> Options.parse(List.of("--prot", "1"), DEFAULT)).hasMessageContaining("--prot");
        assertThatThrownBy(() -> Options.parse(List.of("--port", "x"), DEFAULT)).hasMessageContaining("--port");
        assertThatThrownBy(() -> Options.parse(List.of("--data"), DEFAULT)).hasMessageContaining("--data");
    }
}
