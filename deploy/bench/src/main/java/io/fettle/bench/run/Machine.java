package io.fettle.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What is measured on. */
public final class Machine {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Machine() {}

    /** As a sentence. */
    public static String circumstances(LocalDate date, int rounds, String postgres, String kafka) throws IOException {
        return ("Measured on %s in %d rounds on %d cores (%s) with %d GB of memory; Linux %s, Java %s, Postgres %s,"
                        + " Kafka %s.")
                .formatted(
                        DATE.format(date),
                        rounds,
                        Runtime.getRuntime().availableProcessors(),
                        value("/proc/cpuinfo", "model name"),
                        Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) * 1024 / 1_000_000_000,
                        System.getProperty("os.version"),
                        Runtime.version(),
                        postgres,
                        kafka);
    }

    private static String value(String file, String key) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        }
    }
}
