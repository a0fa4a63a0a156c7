package io.fettle.gateway.console;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

import io.fettle.gateway.console.DocumentedOperation.Body;

/** The page of one tag in the API reference, as Markdown. */
record ReferencePage(String tag, String description, List<DocumentedOperation> operations) {

    private static final ObjectWriter JSON = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    String file() {
        return tag + ".md";
    }

    String markdown() {
        return """
                # %s

                %s. All pages: [API reference](README.md).

                | call | does |
                |---|---|
                %s
                %s""".formatted(
                tag,
                description,
                lines(
                        operations,
                        call -> "| [`%s`](#%s) | %s |".formatted(call, call.id().toLowerCase(), call.text("summary"))),
                lines(operations, ReferencePage::section));
    }

    private static String section(DocumentedOperation call) {
        var section = new StringBuilder("\n## %s\n\n`%s`\n\n%s.\n".formatted(call.id(), call, call.text("summary")));
        if (!call.text("description").isEmpty()) {
            section.append(call.text("description")).append('\n');
        }
        if (!call.parameters().isEmpty()) {
            section.append("\n| parameter | in | type | means | example |\n|---|---|---|---|---|\n");
            section.append(lines(call.parameters(), ReferencePage::parameter));
        }
        for (Body body : call.requests()) {
            section.append("\n**Body**, `%s`%n".formatted(body.type())).append(example(body));
            section.append(new FieldTable(call, body.schema()).markdown());
        }
        for (var answer : call.answers()) {
            if (answer.getKey().equals("200")) {
                section.append("\n**Answer**: ")
                        .append(cell(answer.getValue().path("description")))
                        .append(".\n");
                call.answer("200").forEach(body -> section.append(example(body)));
            }
        }
        section.append("\n| otherwise | because |\n|---|---|\n");
        section.append(lines(
                call.answers().stream()
                        .filter(answer -> !answer.getKey().equals("200"))
                        .toList(),
                ReferencePage::failure));
        return section.toString();
    }

    private static String parameter(JsonNode parameter) {
        return "| `%s`%s | %s | %s | %s | %s |"
                .formatted(
                        parameter.path("name").asText(),
                        parameter.path("required").asBoolean() ? "" : " (optional)",
                        parameter.path("in").asText(),
                        FieldTable.type(parameter.path("schema")),
                        cell(parameter.path("description")),
                        parameter.has("example") ? "`" + cell(parameter.path("example")) + "`" : "");
    }

    private static String failure(Map.Entry<String, JsonNode> answer) {
        return "| `%s` | %s |".formatted(answer.getKey(), cell(answer.getValue().path("description")));
    }

    private static String example(Body body) {
        return body.example().isTextual()
                ? "\n```\n%s\n```\n".formatted(body.example().asText())
                : "\n```json\n%s\n```\n".formatted(json(body.example()));
    }

    private static String json(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cell(JsonNode text) {
        return text.asText().replace("|", "\\|").replace("\n", " ");
    }

    private static <T> String lines(List<T> elements, Function<T, String> line) {
        return elements.stream().map(line).map(text -> text + "\n").collect(Collectors.joining());
    }
}
