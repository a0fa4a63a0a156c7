package io.fettle.gateway.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** An operation of an OpenAPI document. What it refers to is found in the document. */
record DocumentedOperation(JsonNode document, String method, String path, JsonNode node) {

    /**
     * A body in a request or an answer.
     *
     * @param type the media type
     */
    record Body(String type, JsonNode schema, JsonNode example) {}

    String id() {
        return node.path("operationId").asText();
    }

    String tag() {
        return node.path("tags").path(0).asText();
    }

    String text(String member) {
        return node.path(member).asText();
    }

    /** Whether it asks for no credentials. */
    boolean isPublic() {
        return node.has("security") && node.get("security").isEmpty();
    }

    boolean takesBody() {
        return node.has("requestBody");
    }

    List<JsonNode> parameters() {
        return elements(node.path("parameters"));
    }

    List<Body> requests() {
        return bodies(node.path("requestBody"));
    }

    /** By status, in order. */
    List<Map.Entry<String, JsonNode>> answers() {
        return node.path("responses").properties().stream()
                .map(answer -> Map.entry(answer.getKey(), resolved(answer.getValue())))
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    List<String> statuses() {
        return answers().stream().map(Map.Entry::getKey).toList();
    }

    List<Body> answer(String status) {
        return bodies(resolved(node.path("responses").path(status)));
    }

    List<Body> bodies() {
        return Stream.concat(requests().stream(), statuses().stream().flatMap(status -> answer(status).stream()))
                .toList();
    }

    private static List<Body> bodies(JsonNode message) {
        return message.path("content").properties().stream()
                .map(content -> new Body(
                        content.getKey(),
                        content.getValue().path("schema"),
                        content.getValue().path("example")))
                .toList();
    }

    /** The node itself, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static List<JsonNode> elements(JsonNode array) {
        var elements = new ArrayList<JsonNode>();
        array.forEach(elements::add);
        return elements;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
