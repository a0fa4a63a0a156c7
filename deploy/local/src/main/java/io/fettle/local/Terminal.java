package io.fettle.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Writes for people: with colours on a terminal, plainly elsewhere. */
final class Terminal {

    private static final boolean COLOURS = System.console() != null && System.getenv("NO_COLOR") == null;

    private Terminal() {}

    static void line(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }

    static void line() {
        System.out.println();
    }

    static String good(String text) {
        return coloured("32", text);
    }

    static String bad(String text) {
        return coloured("31", text);
    }

    static String strong(String text) {
        return coloured("1", text);
    }

    static String faint(String text) {
        return coloured("2", text);
    }

    private static String coloured(String code, String text) {
        return COLOURS ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    static String megabytes(long kibibytes) {
        return kibibytes * 1024 / 1_000_000 + " MB";
    }

    /** As somebody in the current folder would write it. */
    static String path(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }
}
