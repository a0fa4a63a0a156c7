package io.fettle.runbook.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of tickets, by their {@code ModuleId} (contract sections 3 and 14). */
public enum Module {
    INCIDENT(1),
    CHANGE_REQUEST_TASK(2),
    SERVICE_REQUEST_TASK(3),
    PROBLEM(4),
    SUB_TASK(5),
    EVENT(9),
    VULNERABILITY(13);

    private final int number;

    Module(int number) {
        this.number = number;
    }

    /** The {@code ModuleId}. */
    public int number() {
        return number;
    }

    /** @param text a {@code ModuleId} as written; may be {@code null} */
    static boolean isNumber(String text) {
        return Arrays.stream(values())
                .anyMatch(module -> String.valueOf(module.number).equals(text));
    }

    /** All of them, in words for a caller: {@code 1 incident, 2 change request task, …}. */
    static String list() {
        return Arrays.stream(values())
                .map(module -> module.number + " "
                        + module.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
