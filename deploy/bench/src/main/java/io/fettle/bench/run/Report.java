package io.fettle.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells results on the terminal, and keeps them in a document, each between two marks of its own; the prose stays. */
public final class Report {

    private final Path document;
    private final String circumstances;

    /**
     * @param document with marks {@code <!-- B1 -->} and {@code <!-- /B1 -->}; {@code null} keeps nothing
     * @param circumstances when and on what was measured
     */
    public Report(Path document, String circumstances) {
        this.document = document;
        this.circumstances = circumstances;
    }

    void add(Result result) throws IOException {
        String figures = Figures.of(result, circumstances);
        System.out.printf("%n%s %s%n%n%s%n", result.bench().id(), result.bench().title(), figures);
        if (document != null) {
            Files.writeString(
                    document,
                    replaced(Files.readString(document), result.bench().id(), figures));
        }
    }

    /** @throws IOException when the marks are not there */
    static String replaced(String text, String id, String figures) throws IOException {
        String begin = "<!-- " + id + " -->";
        String end = "<!-- /" + id + " -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException("The document has no place for " + id + ": " + begin + " and " + end);
        }
        return text.substring(0, from) + begin + "\n" + figures + text.substring(to);
    }
}
