package io.fettle.gateway.console;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** The fields of a body as a table: those of objects within with their path, {@code Executable.Command}. */
record FieldTable(DocumentedOperation call, JsonNode schema) {

    /** Empty if nothing is known of the fields. */
    String markdown() {
        var rows = new StringBuilder();
        add("", schema, rows, new HashSet<>());
        return rows.isEmpty() ? "" : "\n| field | type |\n|---|---|\n" + rows;
    }

    private void add(String prefix, JsonNode reference, StringBuilder rows, Set<JsonNode> seen) {
        JsonNode object = call.resolved(reference);
        if (object.has("oneOf")) {
            add(prefix, object.path("oneOf").path(0), rows, seen);
        } else if (object.has("items")) {
            add(prefix, object.path("items"), rows, seen);
        } else if (seen.add(object)) {
            object.path("properties").properties().forEach(field -> {
                rows.append("| `%s%s`%s | %s |%n"
                        .formatted(
                                prefix,
                                field.getKey(),
                                isRequired(object, field.getKey()) ? ", required" : "",
                                type(call.resolved(field.getValue()))));
                add(prefix + field.getKey() + ".", field.getValue(), rows, seen);
            });
        }
    }

    private static boolean isRequired(JsonNode object, String field) {
        return StreamSupport.stream(object.path("required").spliterator(), false)
                .anyMatch(name -> name.asText().equals(field));
    }

    /** In words: {@code text, at most 100 characters}. */
    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        String words = type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" or "))
                : type.asText("any");
        if (schema.has("enum")) {
            words += ": "
                    + StreamSupport.stream(schema.path("enum").spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(", "));
        }
        return schema.has("maxLength")
                ? words + ", at most " + schema.path("maxLength").asText()
                : words;
    }
}
