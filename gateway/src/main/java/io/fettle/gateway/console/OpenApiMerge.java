package io.fettle.gateway.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fettle.gateway.route.Route;
import io.fettle.gateway.route.RouteTable;

/** Puts OpenAPI documents together: what the route table has of each, with names that do not clash. */
final class OpenApiMerge {

    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE");

    private final RouteTable routes;
    private final ObjectNode document;
    private final List<String> away = new ArrayList<>();

    /**
     * @param document what is added to; empty
     * @param version of Fettle
     */
    OpenApiMerge(RouteTable routes, ObjectNode document, String version) {
        this.routes = routes;
        this.document = document;
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "Fettle").put("version", version);
        document.putArray("tags");
        document.putObject("paths");
        secure();
    }

    /** Both schemes of contract section 1, either of which is enough. */
    private void secure() {
        ObjectNode schemes = document.putObject("components").putObject("securitySchemes");
        schemes.putObject("Basic").put("type", "http").put("scheme", "basic");
        ObjectNode password = schemes.putObject("Token")
                .put("type", "oauth2")
                .putObject("flows")
                .putObject("password")
                .put("tokenUrl", "/token");
        password.putObject("scopes");
        ArrayNode either = document.putArray("security");
        either.addObject().putArray("Basic");
        either.addObject().putArray("Token");
    }

    void leaveOut(String service) {
        away.add(service);
    }

    void add(String service, ObjectNode added) {
        added.withObjectProperty("components").remove("securitySchemes");
        Map<String, String> renamed = renames(service, added.get("components"));
        JsonNode fitting = References.rewritten(added, renamed);
        addComponents(fitting.get("components"), renamed);
        fitting.path("tags").forEach(this::addTag);
        fitting.path("paths").properties().forEach(path -> addPath(service, path.getKey(), path.getValue()));
    }

    /** The whole document. */
    ObjectNode document() {
        if (!away.isEmpty()) {
            document.withObjectProperty("info")
                    .put("description", "Left out, because they do not answer now: " + String.join(", ", away) + ".");
        }
        return document;
    }

    /** Renames what has the name but not the content of something here already; then what refers to it, and so on. */
    private Map<String, String> renames(String service, JsonNode added) {
        Map<String, String> renamed = new HashMap<>();
        int before;
        do {
            before = renamed.size();
            References.each(References.rewritten(added, renamed), (reference, component) -> {
                JsonNode here = document.at(reference.substring(1));
                if (!here.isMissingNode() && !here.equals(component)) {
                    renamed.put(reference, References.prefixed(reference, service));
                }
            });
        } while (renamed.size() > before);
        return renamed;
    }

    private void addComponents(JsonNode added, Map<String, String> renamed) {
        References.each(added, (reference, component) -> {
            String[] name = renamed.getOrDefault(reference, reference).split("/");
            document.withObjectProperty("components")
                    .withObjectProperty(name[2])
                    .set(name[3], component);
        });
    }

    private void addTag(JsonNode tag) {
        boolean known = document.get("tags")
                .findValuesAsText("name")
                .contains(tag.path("name").asText());
        if (!known) {
            document.withArrayProperty("tags").add(tag);
        }
    }

    private void addPath(String service, String path, JsonNode item) {
        ObjectNode published = document.objectNode();
        item.properties().forEach(member -> {
            String method = member.getKey().toUpperCase(Locale.ROOT);
            if (!METHODS.contains(method)) {
                published.set(member.getKey(), member.getValue());
            }
            routes.find(service, method, path)
                    .ifPresent(route -> published.set(member.getKey(), operation(member.getValue(), route)));
        });
        if (METHODS.stream().anyMatch(method -> published.has(method.toLowerCase(Locale.ROOT)))) {
            document.withObjectProperty("paths").set(path, published);
        }
    }

    /** The door alone says which credentials a call needs. */
    private static JsonNode operation(JsonNode operation, Route route) {
        ObjectNode answered = operation.deepCopy();
        answered.remove("security");
        if (route.open()) {
            answered.putArray("security");
        }
        return answered;
    }
}
