package io.fettle.runbook.catalogue;

import java.util.ArrayList;
import java.util.List;

import io.fettle.platform.error.Fault;

/** Collects what is wrong with one posted runbook. */
final class Faults {

    static final int LONGEST_TEXT = 4_000;
    private static final int MOST_PARTS = 100;

    private final Integer index;
    private final List<Fault> found = new ArrayList<>();

    /** @param index the runbook's place in the array; {@code null} when the body is no array */
    Faults(Integer index) {
        this.index = index;
    }

    List<Fault> found() {
        return found;
    }

    void add(String field, String message) {
        found.add(new Fault(index, field, message));
    }

    /** Checks a required text; whether it is right. */
    boolean text(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            add(field, "is required");
            return false;
        }
        if (text.length() > longest) {
            add(field, "has more than " + longest + " characters");
            return false;
        }
        return true;
    }

    void regex(String field, String regex) {
        if (regex.length() > LONGEST_TEXT) {
            add(field, "has more than " + LONGEST_TEXT + " characters");
        } else {
            Regex.fault(regex).ifPresent(why -> add(field, why));
        }
    }

    void notTooMany(String field, List<?> parts) {
        if (parts.size() > MOST_PARTS) {
            add(field, "has more than " + MOST_PARTS + " items");
        }
    }
}
