package io.fettle.bench.run;

import static org.assertj.core.api.Assertions.assertThatIOException;

import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void aDocumentWithoutTheMarksIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> Report.replaced("# Performance\n", "B1", "figures"))
                .withMessageContaining("<!-- B1 -->");
    }
}
