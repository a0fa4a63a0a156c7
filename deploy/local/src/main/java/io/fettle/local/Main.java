package io.fettle.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The scripts of deploy/local: {@code Main ROOT COMMAND [OPTION...]}. */
final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try {
            System.exit(run(arguments));
        } catch (IOException e) {
            fail(e);
        } catch (UncheckedIOException e) {
            fail(e.getCause());
        }
    }

    private static int run(String[] arguments) throws IOException {
        var checkout = new Checkout(Path.of(arguments[0]));
        List<String> rest = Arrays.asList(arguments).subList(2, arguments.length);
        Options options = Options.parse(rest, checkout.defaultData());
        if (!arguments[1].equals("restart") && !options.names().isEmpty()) {
            throw new IOException(arguments[1] + " takes no names");
        }
        boolean starts = List.of("up", "demo").contains(arguments[1]);
        if (!starts && !Stack.exists(options.data())) {
            throw new IOException("Nothing was ever started on " + options.data());
        }
        return run(arguments[1], options, Stack.of(checkout, options.data()));
    }

    private static int run(String command, Options options, Stack stack) throws IOException {
        return switch (command) {
            case "up" -> new Up(stack, options).run();
            case "down" -> down(stack);
            case "restart" -> restart(stack, options.names());
            case "status" -> new Status(stack).print();
            case "demo" -> new Demo(stack, options).run();
            default -> throw new IOException("There is no command " + command);
        };
    }

    private static int down(Stack stack) throws IOException {
        boolean idle = stack.isStopped();
        stack.stop(); // also when idle: a server may have lost its parent
        Terminal.line(idle ? "Nothing runs on %s" : "Stopped. The data stays in %s", Terminal.path(stack.data()));
        return 0;
    }

    private static int restart(Stack stack, List<String> names) throws IOException {
        if (names.size() != 1) {
            throw new IOException("restart needs the name of one service");
        }
        stack.restart(stack.part(names.get(0)), Up::tell);
        return 0;
    }

    private static void fail(IOException e) {
        System.err.println(Terminal.bad(e.getMessage()));
        System.exit(1);
    }
}
