package io.fettle.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

import io.fettle.local.Administrator;
import io.fettle.local.Checkout;
import io.fettle.local.Part;
import io.fettle.local.Ports;
import io.fettle.local.Service;
import io.fettle.local.Stack;

/** One stack for all tests, on a fresh data folder; after a failure, the ends of its logs. */
final class RunningStack implements BeforeAllCallback, BeforeEachCallback, ParameterResolver, TestWatcher {

    private static final Path ROOT = Path.of(System.getProperty("fettle.root"));
    private static final Path DATA = ROOT.resolve("deploy/e2e/target/data");

    /** Stops the stack after the last test. */
    private record Running(Stack stack) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            long memory = stack.services().stream().mapToLong(Part::memory).sum();
            System.out.printf("Memory of the services after all tests (PSS): %d MB%n", memory * 1024 / 1_000_000);
            stack.stop();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        stack(context).start((part, time) -> {});
    }

    /** Brings back what a test before has left dead, so that one failure is not many. */
    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        stack(context).start((part, time) -> {});
    }

    private static Stack stack(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningStack.class))
                .computeIfAbsent(Running.class, key -> start(), Running.class)
                .stack();
    }

    private static Running start() {
        try {
            Stack.of(new Checkout(ROOT), DATA).stop(); // what a run that was killed has left
            delete(DATA);
            Stack stack = Stack.of(new Checkout(ROOT), DATA);
            stack.settings().gatewayPort(Ports.free(Service.values().length + 1));
            Administrator.generate(DATA);
            stack.start((part, time) -> {});
            System.out.printf(
                    "The stack was started in %d ms%n",
                    stack.startTime().orElseThrow().toMillis());
            return new Running(stack);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stack(context);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        System.out.printf("%s failed. The logs end with:%n", context.getDisplayName());
        for (Part part : stack(context).parts()) {
            try {
                System.out.printf("--- %s (%s)%n%s%n", part.name(), part.state(), part.tail());
            } catch (IOException e) {
                System.out.printf("--- %s: %s%n", part.name(), e);
            }
        }
    }
}
