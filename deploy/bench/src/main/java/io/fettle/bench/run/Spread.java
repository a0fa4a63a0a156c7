package io.fettle.bench.run;

import java.util.List;
import java.util.Locale;

/** Values of several rounds. */
record Spread(double median, double min, double max) {

    /** @param values at least one */
    static Spread of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** The median, and in brackets the least and the greatest. */
    @Override
    public String toString() {
        return "%s (%s–%s)".formatted(digits(median), digits(min), digits(max));
    }

    /** Three digits that count, or all before the point. */
    private static String digits(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
