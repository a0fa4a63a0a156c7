package io.fettle.local;

import java.io.IOException;
import java.time.Duration;

/** Tells how every process of the stack is. */
final class Status {

    private static final String ROW = "%-18s %-9s %8s %8s %8s %10s   %s";

    private final Stack stack;

    Status(Stack stack) {
        this.stack = stack;
    }

    /** 0 if all is ready; else 1. */
    int print() throws IOException {
        Terminal.line("%s", Terminal.strong(ROW.formatted("", "state", "pid", "start", "memory", "up", "log")));
        for (Part part : stack.parts()) {
            Terminal.line("%s", row(part));
        }
        long memory = stack.services().stream().mapToLong(Part::memory).sum();
        Terminal.line();
        Terminal.line("%-34s %s", "memory of the services (PSS)", Terminal.megabytes(memory));
        if (stack.startTime().isPresent()) {
            Terminal.line(
                    "%-34s %s",
                    "start of the whole stack",
                    Terminal.seconds(stack.startTime().get()));
        }
        Terminal.line("%-34s %s", "gateway", stack.settings().gatewayUrl());
        return stack.parts().stream().allMatch(part -> part.state() == Part.State.READY) ? 0 : 1;
    }

    private static String row(Part part) throws IOException {
        Part.State state = part.state();
        var run = part.run();
        String row = ROW.formatted(
                part.name(),
                state.text(),
                run.map(r -> String.valueOf(r.process().pid())).orElse(""),
                run.map(Run::startTime).map(Terminal::seconds).orElse(""),
                part.isAlive() ? Terminal.megabytes(part.memory()) : "",
                part.isAlive() ? text(part.process().orElseThrow().uptime()) : "",
                Terminal.path(part.log()));
        return state == Part.State.READY ? row : Terminal.bad(row);
    }

    private static String text(Duration time) {
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
