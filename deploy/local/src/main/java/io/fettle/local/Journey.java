package io.fettle.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Prints what happens to a ticket while it happens. */
final class Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Connector connector;
    private final String number;
    private HistoryLine last;
    private int shown;

    Journey(Connector connector, String number) {
        this.connector = connector;
        this.number = number;
    }

    /** Until nothing more will happen, or for a minute; the last line. */
    HistoryLine print() throws IOException {
        Instant limit = Instant.now().plus(PATIENCE);
        while (last == null || !last.isEnd()) {
            if (Instant.now().isAfter(limit)) {
                throw new IOException(number + " has not come to an end; see the logs, deploy/local/status names them");
            }
            List<HistoryLine> lines = connector.history(number);
            lines.subList(shown, lines.size()).forEach(this::print);
            Conditions.pause(LOOK_AGAIN);
        }
        return last;
    }

    private void print(HistoryLine line) {
        String step =
                last == null ? "" : "+" + Duration.between(last.at(), line.at()).toMillis() + " ms";
        String reason = line.reason() == null ? "" : Terminal.faint("  " + line.reason());
        Terminal.line("  %8s  %s%s", step, line.to(), reason);
        last = line;
        shown++;
    }
}
