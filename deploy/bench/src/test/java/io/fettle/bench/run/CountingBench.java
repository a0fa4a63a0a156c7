package io.fettle.bench.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Does nothing, and remembers in what order it was asked. Ours does 50 things a second, the reference 100. */
class CountingBench implements Bench {

    final List<String> asked = new ArrayList<>();

    @Override
    public String id() {
        return "B0";
    }

    @Override
    public String title() {
        return "nothing";
    }

    @Override
    public String operation() {
        return "thing";
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.atLeast("things/s", 1.0, 0.5));
    }

    @Override
    public void prepare() {
        asked.add("prepare");
    }

    @Override
    public Sample ours(int round) throws IOException {
        asked.add("ours " + round);
        return sample(50);
    }

    @Override
    public Sample reference(int round) {
        asked.add("reference " + round);
        return sample(100);
    }

    private static Sample sample(long operations) {
        var cpu = new CpuTime(Duration.ofMillis(2 * operations), Duration.ofMillis(operations), 0.25);
        return Sample.rate("things/s", operations, Duration.ofSeconds(1), cpu);
    }
}
