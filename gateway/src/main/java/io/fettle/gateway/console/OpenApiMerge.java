package io.fettle.gateway.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fettle.gateway.failure.Refusal;
import io.fettle.gateway.route.Route;
import io.fettle.gateway.route.RouteTable;
import io.fettle.platform.error.Family;

/** Puts OpenAPI documents together: what the route table has of each, with names that do not clash. */
final class OpenApiMerge {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ABOUT = """
            Every call but those of `Token` needs credentials: HTTP Basic, or a token of `POST /token`. The caller must \
            belong to the organisation `org` of the path. Every answer carries `X-Request-Id`: the caller's own, if it \
            is 1-64 of `A-Za-z0-9._-`.""";

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
        document.putObject("info")
                .put("title", "Fettle")
                .put("version", version)
                .put("description", ABOUT);
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
            String gap = "Left out, because they do not answer now: " + String.join(", ", away) + ".";
            document.withObjectProperty("info").put("description", ABOUT + "\n\n" + gap);
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

    /** One service describes a tag; others that have operations of it may leave the description out. */
    private void addTag(JsonNode tag) {
        ArrayNode tags = document.withArrayProperty("tags");
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).path("name").equals(tag.path("name"))) {
                if (tag.has("description")) {
                    tags.set(i, tag);
                }
                return;
            }
        }
        tags.add(tag);
    }

    private void addPath(String service, String path, JsonNode item) {
        ObjectNode published = document.objectNode();
        item.properties().forEach(member -> {
            String method = member.getKey().toUpperCase(Locale.ROOT);
            if (!METHODS.contains(method)) {
                published.set(member.getKey(), member.getValue());
            }
            routes.find(service, method, path)
                    .ifPresent(
                            route -> published.set(member.getKey(), operation(member.getValue(), route, method, path)));
        });
        if (METHODS.stream().anyMatch(method -> published.has(method.toLowerCase(Locale.ROOT)))) {
            document.withObjectProperty("paths").set(path, published);
        }
    }

    /** The door alone says which credentials a call needs, and which it does not repeat when a service breaks off. */
    private static JsonNode operation(JsonNode operation, Route route, String method, String path) {
        ObjectNode answered = operation.deepCopy();
        answered.remove("security");
        if (route.open()) {
            answered.putArray("security");
        }
        if (!route.mayRepeat(method)) {
            String message = Refusal.brokenOff(route.service()).getMessage();
            answered.withObjectProperty("responses")
                    .putObject("502")
                    .put("description", message)
                    .putObject("content")
                    .putObject("application/json")
                    .set("example", JSON.valueToTree(Family.of(method, path).failure(502, message, List.of())));
        }
        return answered;
    }
}
