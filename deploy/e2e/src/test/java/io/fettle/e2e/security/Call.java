package io.fettle.e2e.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One method of one line of the gateway's route table.
 *
 * @param template the path, with variable segments in braces
 * @param remarks as the table has them
 */
record Call(String method, String template, Set<String> remarks) {

    private static final Path TABLE =
            Path.of(System.getProperty("fettle.root"), "gateway", "src", "main", "resources", "routes.txt");

    /** Of the whole table, in its order. */
    static List<Call> all() {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .flatMap(Call::ofLine)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Call> ofLine(String[] words) {
        Set<String> remarks = Arrays.stream(words).skip(3).collect(Collectors.toSet());
        return Arrays.stream(words[0].split(",")).map(method -> new Call(method, words[2], remarks));
    }

    boolean namesAnOrganisation() {
        return template.contains("{org}");
    }

    boolean isPublic() {
        return remarks.contains("public");
    }

    boolean takesForm() {
        return remarks.contains("form");
    }

    /** The path in which every other variable segment is {@code 1}. @param org as it is to be written */
    String path(String org) {
        return template.replace("{org}", org).replaceAll("\\{\\w+}", "1");
    }

    String path(int org) {
        return path(String.valueOf(org));
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
