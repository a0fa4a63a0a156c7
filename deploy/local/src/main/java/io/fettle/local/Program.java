package io.fettle.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a process runs.
 *
 * @param command the program and its arguments
 * @param directory where it runs
 * @param environment in addition to our own
 */
public record Program(List<String> command, Path directory, Map<String, String> environment) {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** One of Java's. @param arguments of {@code java} */
    static Program java(List<String> arguments, Path directory, Map<String, String> environment) {
        return new Program(
                Stream.concat(Stream.of(JAVA.toString()), arguments.stream()).toList(), directory, environment);
    }

    /** Starts it in a session of its own: a Ctrl-C in the terminal is for us, who stop all in order. */
    ProcessId start(Path log) throws IOException {
        var line = new ArrayList<>(List.of("setsid"));
        line.addAll(command);
        var builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(Administrator::isSecret);
        builder.environment().putAll(environment);
        Process process = builder.start();
        return ProcessId.of(process.pid())
                .orElseThrow(() -> new IOException(command.get(0) + " ended at once; see " + log));
    }
}
