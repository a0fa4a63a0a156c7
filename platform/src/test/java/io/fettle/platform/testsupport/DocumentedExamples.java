package io.fettle.platform.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;

/** The examples of the service under test, as the console shows them: what they promise can be tried. */
public final class DocumentedExamples {

    /** The body to send, as text. */
    public static String request(String operationId) {
        return example(operation(operationId).path("requestBody")).toString();
    }

    /** The body of a success. */
    public static JsonNode answer(String operationId) {
        return example(operation(operationId).path("responses").path("200"));
    }

    private static JsonNode example(JsonNode message) {
        return message.path("content").path("application/json").path("example");
    }

    private static JsonNode operation(String id) {
        return StreamSupport.stream(document().path("paths").spliterator(), false)
                .flatMap(path -> StreamSupport.stream(path.spliterator(), false))
                .filter(operation -> operation.path("operationId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper()
                    .readTree(RestAssured.get("/q/openapi?format=json").asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DocumentedExamples() {}
}
