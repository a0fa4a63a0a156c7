package io.fettle.bench.push;

import java.io.IOException;
import java.util.regex.Pattern;

import io.fettle.bench.run.CheckFailed;

/**
 * What pgbench has counted.
 *
 * @param commits transactions that were acknowledged
 * @param rate of them in a second, without the time to connect
 */
record Pgbench(long commits, double rate) {

    private static final Pattern COMMITS = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([1-9]\\d*)");

    /** @throws CheckFailed when a transaction failed */
    static Pgbench parse(String output) throws IOException {
        if (FAILED.matcher(output).find()) {
            throw new CheckFailed("Not every transaction was committed:\n" + output);
        }
        return new Pgbench(Long.parseLong(find(COMMITS, output)), Double.parseDouble(find(RATE, output)));
    }

    private static String find(Pattern pattern, String output) throws IOException {
        var matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException("pgbench has not said what was expected:\n" + output);
        }
        return matcher.group(1);
    }
}
