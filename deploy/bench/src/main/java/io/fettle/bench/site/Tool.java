package io.fettle.bench.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs a program of the machine and reads what it prints. */
public final class Tool {

    private Tool() {}

    /**
     * Runs it to its end.
     *
     * @param environment in addition to our own
     * @return its output and its errors
     * @throws IOException with these, when it fails
     */
    public static String run(List<String> command, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(command.get(0) + " failed:\n" + output);
        }
        return output;
    }
}
