package io.fettle.bench.run;

import java.util.function.ToDoubleBiFunction;

/**
 * A ratio that is to reach an aim.
 *
 * @param name what is divided by what
 * @param more whether more is better
 * @param aim what it should be
 * @param limit what it must be
 * @param ratio of ours and the reference of one round
 */
public record Target(String name, boolean more, double aim, double limit, ToDoubleBiFunction<Sample, Sample> ratio) {

    /** Ours to the reference, where more is better. */
    public static Target atLeast(String figure, double aim, double limit) {
        return new Target(figure, true, aim, limit, toReference(figure));
    }

    /** Ours to the reference, where less is better. */
    public static Target atMost(String figure, double aim, double limit) {
        return new Target(figure, false, aim, limit, toReference(figure));
    }

    /** One figure of ours to another of ours, where less is better. */
    public static Target flat(String figure, String to, double aim, double limit) {
        return new Target(
                figure + " to " + to,
                false,
                aim,
                limit,
                (ours, reference) -> ours.figures().get(figure) / ours.figures().get(to));
    }

    private static ToDoubleBiFunction<Sample, Sample> toReference(String figure) {
        return (ours, reference) ->
                ours.figures().get(figure) / reference.figures().get(figure);
    }

    String verdict(double ratio) {
        return reaches(ratio, aim) ? "reached" : reaches(ratio, limit) ? "short of the aim" : "missed";
    }

    private boolean reaches(double ratio, double bound) {
        return more ? ratio >= bound : ratio <= bound;
    }
}
