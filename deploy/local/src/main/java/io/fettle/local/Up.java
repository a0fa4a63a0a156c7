package io.fettle.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Starts the stack and, unless it is told to leave, watches it until it is stopped. */
final class Up {

    private final Stack stack;
    private final Options options;

    Up(Stack stack, Options options) {
        this.stack = stack;
        this.options = options;
    }

    int run() throws IOException {
        choosePort();
        if (stack.isRunning()) {
            Terminal.line(
                    "The stack runs already: %s (deploy/local/status, deploy/local/down)",
                    stack.settings().gatewayUrl());
            return 0;
        }
        var stop = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(stop);
        start(stop);
        if (options.detach()) {
            Runtime.getRuntime().removeShutdownHook(stop);
            return 0;
        }
        Terminal.line("Ctrl-C stops it.");
        new Watch(stack).run();
        return 0;
    }

    private void choosePort() throws IOException {
        int port = options.port().orElse(stack.settings().gatewayPort());
        if (port != stack.settings().gatewayPort() && !stack.isStopped()) {
            throw new IOException(
                    "The stack runs on port " + stack.settings().gatewayPort() + "; stop it for another one");
        }
        stack.settings().gatewayPort(port);
    }

    /** @param stop what is done when it fails; not where the rest of the stack runs on */
    private void start(Thread stop) throws IOException {
        boolean whole = stack.isStopped();
        try {
            start();
        } catch (IOException e) {
            if (!whole) {
                Runtime.getRuntime().removeShutdownHook(stop);
            }
            throw e;
        }
    }

    private void start() throws IOException {
        Optional<Administrator> generated = Administrator.isMissing(stack.data())
                ? Optional.of(Administrator.generate(stack.data()))
                : Optional.empty();
        Terminal.line("Starting Fettle on %s", Terminal.path(stack.data()));
        Instant begin = Instant.now();
        stack.start(Up::tell);
        String time = Terminal.seconds(Duration.between(begin, Instant.now()));
        Terminal.line("%s in %s", Terminal.good("Ready"), time);
        Terminal.line("  gateway        %s", stack.settings().gatewayUrl());
        Terminal.line("  console        %s/swagger", stack.settings().gatewayUrl());
        generated.ifPresent(this::tell);
    }

    static void tell(Part part, Duration startTime) {
        Terminal.line(
                "  %-18s %6s   %s", part.name(), Terminal.seconds(startTime), Terminal.faint("port " + part.port()));
    }

    private void tell(Administrator administrator) {
        Terminal.line("  administrator  %s  %s", administrator.email(), administrator.password());
        Terminal.line("                 said once; also in %s", Terminal.path(Administrator.file(stack.data())));
    }

    private void stop() {
        try {
            Terminal.line();
            Terminal.line("Stopping");
            stack.stop();
        } catch (IOException e) {
            Terminal.line("%s", Terminal.bad(e.getMessage()));
        }
    }
}
