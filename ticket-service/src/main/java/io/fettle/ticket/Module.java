package io.fettle.ticket;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The kinds of tickets, by their {@code ModuleId} (contract section 3). */
public enum Module {
    INCIDENT(1),
    EVENT(9);

    private final short number;

    Module(int number) {
        this.number = (short) number;
    }

    /** Those the incident paths take and give. */
    public static Set<Module> ofIncidentPaths() {
        return EnumSet.of(INCIDENT, EVENT);
    }

    /** @param text a {@code ModuleId} as written, already trimmed */
    public static Optional<Module> ofText(String text) {
        return Arrays.stream(values())
                .filter(module -> String.valueOf(module.number).equals(text))
                .findFirst();
    }

    public static Module ofNumber(int number) {
        return Arrays.stream(values())
                .filter(module -> module.number == number)
                .findFirst()
                .orElseThrow();
    }

    /** The {@code ModuleId}. */
    public short number() {
        return number;
    }
}
