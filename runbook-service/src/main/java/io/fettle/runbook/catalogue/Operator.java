package io.fettle.runbook.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.google.re2j.Pattern;

/**
 * How a rule compares a field with its value (contract section 6). {@code Contains}, {@code Equals} and {@code StartsWith}
 * ignore case; {@code Regex} says itself whether it does.
 */
public enum Operator {
    CONTAINS("Contains", "does not contain") {
        @Override
        public Predicate<String> over(String value) {
            String lower = lower(value);
            return text -> lower(text).contains(lower);
        }
    },
    EQUALS("Equals", "does not equal") {
        @Override
        public Predicate<String> over(String value) {
            return value::equalsIgnoreCase;
        }
    },
    STARTS_WITH("StartsWith", "does not start with") {
        @Override
        public Predicate<String> over(String value) {
            String lower = lower(value);
            return text -> lower(text).startsWith(lower);
        }
    },
    REGEX("Regex", "does not match") {
        @Override
        public Predicate<String> over(String value) {
            Pattern pattern = Regex.compile(value);
            return text -> pattern.matcher(text).find();
        }
    };

    private final String wireName;
    private final String negation;

    Operator(String wireName, String negation) {
        this.wireName = wireName;
        this.negation = negation;
    }

    /** The operator of that name, in any case. */
    public static Optional<Operator> named(String name) {
        return Arrays.stream(values())
                .filter(operator -> operator.wireName.equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** A test of a field's text; for {@code Regex} the time is linear in the text. */
    public abstract Predicate<String> over(String value);

    /** To be read between field and value: {@code does not contain}. */
    public String negation() {
        return negation;
    }

    static String names() {
        return Arrays.stream(values()).map(operator -> operator.wireName).collect(Collectors.joining(", "));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
