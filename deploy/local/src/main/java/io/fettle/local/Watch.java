package io.fettle.local;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Tells of processes that die, and of those that somebody brings back. Nothing is started again by itself. */
final class Watch {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    private final Stack stack;
    private final Map<Part, ProcessId> known = new HashMap<>();

    Watch(Stack stack) {
        this.stack = stack;
        stack.parts().forEach(part -> part.process().ifPresent(process -> known.put(part, process)));
    }

    /** Until all was stopped. */
    void run() {
        while (stack.parts().stream().anyMatch(part -> part.run().isPresent())) {
            stack.parts().forEach(this::look);
            Conditions.pause(LOOK_AGAIN);
        }
        Terminal.line("The stack was stopped.");
    }

    private void look(Part part) {
        part.run().filter(run -> !run.stopping()).map(Run::process).ifPresent(process -> look(part, process));
    }

    private void look(Part part, ProcessId process) {
        if (!process.isAlive()) {
            if (known.remove(part, process)) {
                tell(
                        "%s has died (pid %d). Its log is %s",
                        Terminal.bad(part.name()), process.pid(), Terminal.path(part.log()));
                tell("deploy/local/restart %s brings it back", part.name());
            }
        } else if (!process.equals(known.put(part, process))) {
            tell("%s runs again (pid %d)", Terminal.good(part.name()), process.pid());
        }
    }

    private static void tell(String format, Object... arguments) {
        LocalTime now = LocalTime.now().truncatedTo(ChronoUnit.SECONDS);
        Terminal.line(Terminal.faint(now.toString()) + "  " + format, arguments);
    }
}
