package io.fettle.bench.profile;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A stack that was seen, and how often.
 *
 * @param thread its name
 * @param frames from the outermost to the innermost
 */
record CallStack(String thread, List<String> frames, long samples) {

    private static final Pattern JAVA = Pattern.compile("[a-z]\\w*/.+");
    private static final Pattern NUMBERS = Pattern.compile("[-_ #]\\d+|\\d+$");

    /** How many parts of a package's name say whose code it is: io.vertx.core. */
    private static final int PARTS = 3;

    /** @param line {@code [THREAD tid=ID];FRAME;FRAME COUNT} */
    static CallStack parse(String line) {
        int blank = line.lastIndexOf(' ');
        String[] frames = line.substring(0, blank).split(";");
        return new CallStack(
                frames[0].replaceAll("^\\[| tid=\\d+\\]$", ""),
                Arrays.asList(frames).subList(1, frames.length),
                Long.parseLong(line.substring(blank + 1)));
    }

    /** The thread's name without numbers: all of a pool have one. */
    String pool() {
        return NUMBERS.matcher(thread).replaceAll("");
    }

    String innermost() {
        return frames.isEmpty() ? "unknown" : frames.get(frames.size() - 1);
    }

    /** Whose code was running: the package of the innermost frame in Java, or the machine's own. */
    String owner() {
        for (int place = frames.size() - 1; place >= 0; place--) {
            if (JAVA.matcher(frames.get(place)).matches()) {
                return packageOf(frames.get(place));
            }
        }
        return "JVM";
    }

    private static String packageOf(String frame) {
        String[] parts = frame.split("/");
        return String.join(".", Arrays.asList(parts).subList(0, Math.min(PARTS, parts.length - 1)));
    }

    /** Our own methods on the way to the innermost, each once. */
    Stream<String> ours() {
        return frames.stream().filter(frame -> frame.startsWith("io/fettle/")).distinct();
    }
}
