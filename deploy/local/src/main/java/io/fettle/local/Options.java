package io.fettle.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/**
 * What stands behind the name of a script.
 *
 * @param port of the gateway; empty where nothing is said
 * @param detach whether {@code up} returns when all is ready
 * @param names what is neither an option nor its value
 */
record Options(Path data, OptionalInt port, boolean detach, List<String> names) {

    static Options parse(List<String> arguments, Path defaultData) throws IOException {
        Path data = defaultData;
        OptionalInt port = OptionalInt.empty();
        boolean detach = false;
        var names = new ArrayList<String>();
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String argument = left.remove();
            switch (argument) {
                case "--data" -> data = Path.of(value(argument, left));
                case "--port" -> port = OptionalInt.of(port(value(argument, left)));
                case "--detach" -> detach = true;
                default -> names.add(name(argument));
            }
        }
        return new Options(data, port, detach, List.copyOf(names));
    }

    /** The same, but not staying. */
    Options detached() {
        return new Options(data, port, true, names);
    }

    private static String value(String option, Deque<String> left) throws IOException {
        if (left.isEmpty()) {
            throw new IOException(option + " needs a value");
        }
        return left.remove();
    }

    private static int port(String text) throws IOException {
        int most = 65_535 - Service.values().length;
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > most) {
            throw new IOException("--port needs a number from 1 to " + most);
        }
        return port;
    }

    private static String name(String argument) throws IOException {
        if (argument.startsWith("-")) {
            throw new IOException(
                    "There is no option " + argument + "; there are --data DIR, and for up --detach, --port N");
        }
        return argument;
    }
}
