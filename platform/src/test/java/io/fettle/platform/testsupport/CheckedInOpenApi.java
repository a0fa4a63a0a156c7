package io.fettle.platform.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;

/**
 * The OpenAPI document of the service under test, as it is checked in below {@code docs/api/openapi}. What clients see
 * changes in that file too, where a reviewer sees it; the reference in {@code docs/api} is made from it.
 */
public final class CheckedInOpenApi {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    /** Maps from names; everything else keeps the order of the code. */
    private static final Set<String> SORTED =
            Set.of("paths", "components", "schemas", "responses", "securitySchemes", "headers");

    /** Fails naming what the code has and the file has not, and the other way round. */
    public static void assertServed() {
        String module = System.getProperty("fettle.module").replace("fettle-", "");
        Path file = Path.of(System.getProperty("fettle.root"), "docs/api/openapi", module + ".yaml");
        JsonNode served = served();
        if (Boolean.getBoolean("fettle.docs.renew")) {
            write(file, served);
        }
        assertThat(differences(lines(served), lines(read(file))))
                .as(
                        "What the code says otherwise than %s. If it is meant, renew the file:"
                                + " ./mvnw verify -pl %s -Dfettle.docs.renew=true",
                        file, module)
                .isEmpty();
    }

    private static List<String> differences(Map<String, String> code, Map<String, String> file) {
        var pointers = new TreeSet<>(code.keySet());
        pointers.addAll(file.keySet());
        return pointers.stream()
                .filter(pointer -> !Objects.equals(code.get(pointer), file.get(pointer)))
                .map(pointer -> pointer + " is " + code.get(pointer) + ", but in the file " + file.get(pointer))
                .toList();
    }

    private static JsonNode served() {
        try {
            String document = RestAssured.get("/q/openapi?format=json").asString();
            return sorted(new ObjectMapper().readTree(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(Files.exists(file) ? Files.readString(file) : "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, JsonNode document) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, YAML.writeValueAsString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties()
                    .forEach(member -> copy.set(
                            member.getKey(),
                            SORTED.contains(member.getKey())
                                    ? byName(sorted(member.getValue()))
                                    : sorted(member.getValue())));
            return copy;
        }
        return node;
    }

    private static JsonNode byName(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var members = new TreeMap<String, JsonNode>();
            object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            return object.objectNode().setAll(members);
        }
        return node;
    }

    /** Each value under its JSON pointer. */
    private static Map<String, String> lines(JsonNode document) {
        var lines = new TreeMap<String, String>();
        collect("", document, lines);
        return lines;
    }

    private static void collect(String pointer, JsonNode node, Map<String, String> lines) {
        if (node.isContainerNode() && !node.isEmpty()) {
            if (node.isObject()) {
                node.properties()
                        .forEach(member ->
                                collect(pointer + "/" + member.getKey().replace("/", "~1"), member.getValue(), lines));
            } else {
                for (int i = 0; i < node.size(); i++) {
                    collect(pointer + "/" + i, node.get(i), lines);
                }
            }
        } else {
            lines.put(pointer, node.toString());
        }
    }

    private CheckedInOpenApi() {}
}
