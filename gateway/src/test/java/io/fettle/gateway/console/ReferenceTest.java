package io.fettle.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API reference in {@code docs/api}, which is made here from the documents that are checked in. */
class ReferenceTest {

    private static final String RENEWAL = "The reference is not what the OpenAPI documents say; renew it with"
            + " ./mvnw verify -pl gateway -Dfettle.docs.renew=true";

    private static final Map<String, String> PAGES = pages();

    @BeforeAll
    static void renewWhenAsked() throws IOException {
        if (Boolean.getBoolean("fettle.docs.renew")) {
            for (String file : files().keySet()) {
                Files.delete(CheckedIn.REFERENCE.resolve(file));
            }
            for (var page : PAGES.entrySet()) {
                Files.writeString(CheckedIn.REFERENCE.resolve(page.getKey()), page.getValue());
            }
        }
    }

    @Test
    void everyTagHasItsPageAndThereIsNoOther() throws IOException {
        assertThat(files()).as(RENEWAL).containsOnlyKeys(PAGES.keySet());
    }

    @Test
    void thePagesSayWhatTheDocumentsSay() throws IOException {
        for (var file : files().entrySet()) {
            assertThat(firstDifference(file.getValue(), PAGES.get(file.getKey())))
                    .as("%s: %s", file.getKey(), RENEWAL)
                    .isEmpty();
        }
    }

    private static Optional<String> firstDifference(String page, String expected) {
        List<String> lines = page.lines().toList();
        List<String> right = expected.lines().toList();
        return IntStream.range(0, Math.max(lines.size(), right.size()))
                .filter(i -> !line(lines, i).equals(line(right, i)))
                .mapToObj(
                        i -> "line %d is \"%s\" and should be \"%s\"".formatted(i + 1, line(lines, i), line(right, i)))
                .findFirst();
    }

    private static String line(List<String> lines, int i) {
        return i < lines.size() ? lines.get(i) : "";
    }

    private static Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> pages = Files.list(CheckedIn.REFERENCE)) {
            for (Path page : (Iterable<Path>) pages.filter(Files::isRegularFile)::iterator) {
                files.put(page.getFileName().toString(), Files.readString(page));
            }
        }
        return files;
    }

    private static Map<String, String> pages() {
        JsonNode document = CheckedIn.merged();
        var pages = new TreeMap<String, String>();
        var rows = new TreeMap<String, String>();
        for (JsonNode tag : document.path("tags")) {
            var page = page(document, tag);
            pages.put(page.file(), page.markdown());
            rows.put(
                    page.tag(),
                    "| [%s](%s) | %s | %d |"
                            .formatted(
                                    page.tag(),
                                    page.file(),
                                    page.description(),
                                    page.operations().size()));
        }
        pages.put("README.md", """
                # API reference

                %s

                | page | of | calls |
                |---|---|---|
                %s

                The same, to try: the console at `/swagger` of a running gateway. As OpenAPI 3.1: all of it at `/openapi`,
                and that of each service in [openapi](openapi). These pages are made from those files by the gateway's
                `ReferenceTest`, and the files from the code by each service's `OpenApiTest`; both fail when they differ, and
                renew what they check with `-Dfettle.docs.renew=true`, the services first.
                """.formatted(
                        document.at("/info/description").asText(), String.join("\n", rows.values())));
        return pages;
    }

    private static ReferencePage page(JsonNode document, JsonNode tag) {
        String name = tag.path("name").asText();
        return new ReferencePage(
                name,
                tag.path("description").asText(),
                CheckedIn.operations(document).stream()
                        .filter(operation -> operation.tag().equals(name))
                        .collect(Collectors.toList()));
    }
}
