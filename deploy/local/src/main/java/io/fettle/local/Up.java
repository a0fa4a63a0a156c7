package io.fettle.local;

import java.io.IOException;
import java.time.Duration;
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
        start();
        if (options.detach()) {
            Runtime.getRuntime().removeShutdownHook(stop);
            Terminal.line("Stop it with deploy/local/down");
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

    /** Prints what is ready, and what one needs to know to use it. */
    void start() throws IOException {
        Optional<Administrator> generated = Administrator.known(stack.data()).isEmpty()
                ? Optional.of(Administrator.generate(stack.data()))
                : Optional.empty();
        Terminal.line("Starting Fettle on %s", Terminal.path(stack.data()));
        stack.start(Up::tell);
        Optional<Duration> time = stack.startTime();
        Terminal.line(
                "%s%s",
                Terminal.good("Ready"),
                time.map(t -> " in " + Terminal.seconds(t)).orElse(""));
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
