package io.fettle.bench.run;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a bench gave.
 *
 * @param ours of each round
 * @param reference of the same rounds
 * @param fault why there is no figure; {@code null} if there are figures
 */
record Result(Bench bench, List<Sample> ours, List<Sample> reference, String fault) {

    static Result without(Bench bench, CheckFailed fault) {
        return new Result(bench, List.of(), List.of(), fault.getMessage());
    }

    boolean hasFigures() {
        return fault == null;
    }

    Spread ratio(Target target) {
        return Spread.of(IntStream.range(0, ours.size())
                .mapToObj(round -> target.ratio().applyAsDouble(ours.get(round), reference.get(round)))
                .toList());
    }

    static Spread spread(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return Spread.of(samples.stream().map(value::applyAsDouble).toList());
    }

    /** The most that other programs took of the machine in any measurement, 0 to 1. */
    double foreign() {
        return Math.max(
                spread(ours, sample -> sample.cpu().foreign()).max(),
                spread(reference, sample -> sample.cpu().foreign()).max());
    }
}
