package io.fettle.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir
    private Path data;

    @Test
    void mayHaveSomeOfTheServicesOnly() throws IOException {
        var services = EnumSet.of(Service.TICKET, Service.GATEWAY);
        Stack stack = Stack.of(new Checkout(data), data, Sizing.LOAD, services);
        assertThat(stack.parts())
                .extracting(Part::name)
                .containsExactly("postgres", "kafka", "gateway", "ticket-service");
    }
}
