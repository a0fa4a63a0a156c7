package io.fettle.bench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.fettle.bench.profile.Profiler;

/** Runs benches: a warm-up, then rounds in which both sides take turns, and in being the first, too. */
public final class Runner {

    private final Effort effort;
    private final Profiler profiler;
    private final Report report;

    public Runner(Effort effort, Profiler profiler, Report report) {
        this.effort = effort;
        this.profiler = profiler;
        this.report = report;
    }

    public void run(List<Bench> benches) throws IOException {
        for (Bench bench : benches) {
            report.add(result(bench));
        }
    }

    private Result result(Bench bench) throws IOException {
        try {
            bench.prepare();
            warmUp(bench);
            return measure(bench);
        } catch (CheckFailed e) {
            return Result.without(bench, e);
        }
    }

    private void warmUp(Bench bench) throws IOException {
        for (int round = 0; round < effort.warmUps(); round++) {
            bench.ours(0);
            bench.reference(0);
        }
    }

    private Result measure(Bench bench) throws IOException {
        List<Sample> ours = new ArrayList<>();
        List<Sample> reference = new ArrayList<>();
        for (int round = 1; round <= effort.rounds(); round++) {
            if (round % 2 == 0) {
                reference.add(bench.reference(round));
            }
            ours.add(ours(bench, round));
            if (round % 2 == 1) {
                reference.add(bench.reference(round));
            }
        }
        return new Result(bench, ours, reference, null);
    }

    private Sample ours(Bench bench, int round) throws IOException {
        return round == effort.rounds() ? profiler.during(bench.id(), () -> bench.ours(round)) : bench.ours(round);
    }
}
