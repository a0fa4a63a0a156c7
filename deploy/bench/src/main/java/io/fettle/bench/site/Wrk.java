package io.fettle.bench.site;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.fettle.bench.run.CheckFailed;

/**
 * What wrk has counted.
 *
 * @param answers complete ones
 * @param time in which they came
 * @param median until an answer was there
 */
public record Wrk(long answers, Duration time, Duration median) {

    private static final Pattern ANSWERS = Pattern.compile("(\\d+) requests in ([0-9.]+)(us|ms|s|m)");
    private static final Pattern MEDIAN = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s|m)");

    /**
     * Reads its output, with {@code --latency}.
     *
     * @throws CheckFailed when an answer was not a success, or did not come
     */
    public static Wrk parse(String output) throws IOException {
        if (output.contains("Non-2xx") || output.contains("Socket errors") || output.contains("Wrong answers")) {
            throw new CheckFailed("Not every answer was a success:\n" + output);
        }
        Matcher answers = find(ANSWERS, output);
        Matcher median = find(MEDIAN, output);
        return new Wrk(
                Long.parseLong(answers.group(1)),
                duration(answers.group(2), answers.group(3)),
                duration(median.group(1), median.group(2)));
    }

    private static Matcher find(Pattern pattern, String output) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException("wrk has not said what was expected:\n" + output);
        }
        return matcher;
    }

    private static Duration duration(String number, String unit) {
        double nanos = Double.parseDouble(number)
                * switch (unit) {
                    case "us" -> 1e3;
                    case "ms" -> 1e6;
                    case "s" -> 1e9;
                    default -> 60e9;
                };
        return Duration.ofNanos(Math.round(nanos));
    }
}
