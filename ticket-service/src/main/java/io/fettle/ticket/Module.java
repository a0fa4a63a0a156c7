package io.fettle.ticket;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of tickets, by their {@code ModuleId} (contract sections 3 and 14). */
public enum Module {
    INCIDENT(1),
    CHANGE_REQUEST_TASK(2),
    SERVICE_REQUEST_TASK(3),
    PROBLEM(4),
    SUB_TASK(5),
    EVENT(9),
    VULNERABILITY(13);

    private final short number;

    Module(int number) {
        this.number = (short) number;
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
