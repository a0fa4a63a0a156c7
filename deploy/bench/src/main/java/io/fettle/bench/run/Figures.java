package io.fettle.bench.run;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A result as two tables in Markdown: what was aimed at, and what was measured. */
final class Figures {

    private final Result result;
    private final StringBuilder text = new StringBuilder();

    private Figures(Result result) {
        this.result = result;
    }

    static String of(Result result, String circumstances) {
        return new Figures(result).text(circumstances);
    }

    private String text(String circumstances) {
        text.append(circumstances);
        if (!result.hasFigures()) {
            return text.append(" There is no figure: %s.\n".formatted(result.fault()))
                    .toString();
        }
        text.append(" Other programs took at most %.0f %% of the processors.\n".formatted(100 * result.foreign()));
        line();
        line("ratio", "median (min–max)", "aim", "at least", "");
        line("---", "---", "---", "---", "---");
        result.bench().targets().forEach(this::target);
        line();
        line("", "ours", "reference");
        line("---", "---", "---");
        result.ours()
                .get(0)
                .figures()
                .keySet()
                .forEach(figure -> measured(figure, sample -> sample.figures().get(figure)));
        String operation = result.bench().operation();
        measured("CPU µs per " + operation + ", servers", Sample::serverMicros);
        measured("CPU µs per " + operation + ", client", Sample::clientMicros);
        return text.toString();
    }

    private void target(Target target) {
        Spread ratio = result.ratio(target);
        String sign = target.more() ? "≥ " : "≤ ";
        line(
                target.name(),
                ratio.toString(),
                sign + number(target.aim()),
                sign + number(target.limit()),
                target.verdict(ratio.median()));
    }

    private void measured(String name, ToDoubleFunction<Sample> value) {
        line(
                name,
                Result.spread(result.ours(), value).toString(),
                Result.spread(result.reference(), value).toString());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void line(String... cells) {
        text.append(cells.length == 0 ? "" : "| " + String.join(" | ", cells) + " |")
                .append('\n');
    }
}
