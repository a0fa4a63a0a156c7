package io.fettle.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.fettle.gateway.route.RouteTable;

/** The OpenAPI documents that are checked in; each service's own tests see to it that they are what it serves. */
final class CheckedIn {

    /** Where the reference is, with the documents it is made from. */
    static final Path REFERENCE = Path.of(System.getProperty("fettle.root"), "docs", "api");

    /** What {@code /openapi} answers when all services are there. */
    static ObjectNode merged() {
        var routes = new RouteTable();
        var merge = new OpenApiMerge(routes, JsonNodeFactory.instance.objectNode(), "any");
        routes.services().forEach(service -> merge.add(service, of(service)));
        return merge.document();
    }

    /** The document of one service. @param service as the route table calls it */
    static ObjectNode of(String service) {
        try {
            Path file = REFERENCE.resolve("openapi").resolve(service + "-service.yaml");
            return (ObjectNode) new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operations of a document, in its order. */
    static List<DocumentedOperation> operations(JsonNode document) {
        var operations = new ArrayList<DocumentedOperation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(member -> operations.add(new DocumentedOperation(
                                document,
                                member.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                member.getValue()))));
        return operations;
    }

    private CheckedIn() {}
}
