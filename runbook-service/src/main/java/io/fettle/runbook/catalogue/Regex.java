package io.fettle.runbook.catalogue;

import java.util.ArrayDeque;
import java.util.Optional;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Compiles the regular expressions of runbooks with RE2, which has no backtracking: a search takes time linear in the
 * text. RE2 writes counted repetitions out when it compiles, so an expression's size is checked before.
 */
public final class Regex {

    /** Enough for {@code .{1000}}, and far from what fills the memory. */
    private static final long LARGEST = 2_000;

    private static final Pattern PART = Pattern.compile(
            "\\{([0-9]{1,4})(,([0-9]{0,4}))?}" // a repetition
                    + "|\\\\[pPx]\\{[^}]*}|(?s:\\\\.)" // an escape
                    + "|\\[\\^?]?(?:\\[:[^]]*:]|(?s:\\\\.)|[^]\\\\])*]" // a class of characters
                    + "|(?s:.)");

    private Regex() {}

    public static Pattern compile(String regex) {
        return Pattern.compile(regex);
    }

    /** What is wrong with an expression, to be read after its field's name; empty when it compiles. */
    static Optional<String> fault(String regex) {
        if (size(regex) > LARGEST) {
            return Optional.of("repeats too much: written out, it may have " + LARGEST + " parts at most");
        }
        try {
            compile(regex);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("is no regular expression (RE2): " + e.getMessage());
        }
    }

    /** How many parts an expression has when its repetitions are written out; of a malformed one, any number. */
    private static long size(String regex) {
        var groups = new ArrayDeque<Size>();
        var size = new Size();
        var matcher = PART.matcher(regex);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                size.repeat(Long.parseLong(matcher.group(1)), matcher.group(3));
            } else if (matcher.group().equals("(")) {
                groups.push(size);
                size = new Size();
            } else if (matcher.group().equals(")") && !groups.isEmpty()) {
                long group = size.total();
                size = groups.pop();
                size.add(group);
            } else {
                size.add(1);
            }
        }
        return size.total();
    }

    /** The size of a group so far. */
    private static final class Size {

        private long before;
        private long last;

        void add(long part) {
            before += last;
            last = Math.max(part, 1);
        }

        void repeat(long least, String most) {
            long times = most == null || most.isEmpty() ? least : Long.parseLong(most);
            last = Math.min(last * Math.max(times, 1), LARGEST + 1); // stays far from an overflow
        }

        long total() {
            return before + last;
        }
    }
}
