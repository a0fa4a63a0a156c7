package io.fettle.bench;

import java.io.IOException;
import java.util.List;

import io.fettle.bench.run.Effort;

/**
 * What {@code deploy/bench/run} was asked for.
 *
 * @param profile whether the last round of each bench is watched by a profiler
 * @param benches their names; one without its letter (B3) stands for all that have it (B3a, B3b), none for all
 */
record Options(Effort effort, boolean profile, List<String> benches) {

    private static final List<String> KNOWN = List.of("--quick", "--profile");

    static Options parse(List<String> arguments) throws IOException {
        for (String argument : arguments) {
            if (argument.startsWith("-") && !KNOWN.contains(argument)) {
                throw new IOException("There is no option " + argument + "; there are " + String.join(", ", KNOWN));
            }
        }
        return new Options(
                arguments.contains("--quick") ? Effort.QUICK : Effort.FULL,
                arguments.contains("--profile"),
                arguments.stream().filter(argument -> !argument.startsWith("-")).toList());
    }

    boolean asksFor(String bench) {
        return benches.isEmpty() || benches.stream().anyMatch(asked -> isMeant(asked, bench));
    }

    /** @throws IOException naming all that are there, when one is asked for that is not */
    void requireKnown(List<String> there) throws IOException {
        if (!benches.stream().allMatch(asked -> there.stream().anyMatch(bench -> isMeant(asked, bench)))) {
            throw new IOException("There are " + String.join(", ", there));
        }
    }

    private static boolean isMeant(String asked, String bench) {
        return bench.equals(asked) || bench.replaceFirst("[a-z]$", "").equals(asked);
    }
}
