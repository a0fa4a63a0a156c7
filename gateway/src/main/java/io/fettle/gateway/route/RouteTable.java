package io.fettle.gateway.route;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.fettle.gateway.failure.Refusal;

/** The paths that exist outside, read from {@code routes.txt}; every other is refused. */
@Singleton
public class RouteTable {

    /**
     * A call and where it goes.
     *
     * @param path as the service gets it, without query
     * @param organisation the path's {org}, as the caller wrote it; {@code null} if it has none
     */
    public record Match(Route route, String path, String organisation) {}

    private final List<Route> routes;

    /** The lines of each path together, by how many segments it has, in the table's order. */
    private final Map<Integer, Collection<List<Route>>> paths;

    public RouteTable() {
        try (var lines = new BufferedReader(
                new InputStreamReader(RouteTable.class.getResourceAsStream("/routes.txt"), StandardCharsets.UTF_8))) {
            routes = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Route::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        paths = routes.stream()
                .collect(groupingBy(
                        route -> route.template().size(),
                        collectingAndThen(groupingBy(Route::template, LinkedHashMap::new, toList()), Map::values)));
    }

    /**
     * Finds the line of a call.
     *
     * @throws Refusal 404 if no line has the path, 405 if none of those with it has the method
     */
    public Match match(String method, CanonicalPath path) {
        for (List<Route> lines : paths.getOrDefault(path.segments().size(), List.of())) {
            if (lines.get(0).fits(path.segments())) {
                return match(method, lines, path);
            }
        }
        throw Refusal.unknownPath();
    }

    private static Match match(String method, List<Route> lines, CanonicalPath path) {
        return lines.stream()
                .filter(route -> route.methods().contains(method))
                .map(route -> new Match(route, route.rewritten(path.segments()), route.organisation(path.segments())))
                .findFirst()
                .orElseThrow(() -> Refusal.wrongMethod(methods(lines)));
    }

    /**
     * Finds the line of an operation as a service documents it.
     *
     * @param template its path, with variable segments in braces, where the table may have fixed ones
     */
    public Optional<Route> find(String service, String method, String template) {
        List<String> segments = List.of(template.substring(1).split("/"));
        return routes.stream()
                .filter(route ->
                        route.service().equals(service) && route.methods().contains(method))
                .filter(route -> route.covers(segments))
                .findFirst();
    }

    /** All lines, in the table's order. */
    public List<Route> routes() {
        return routes;
    }

    /** The services behind the gateway, in alphabetical order. */
    public Set<String> services() {
        var services = routes.stream().map(Route::service).collect(Collectors.toCollection(TreeSet::new));
        services.remove("gateway");
        return services;
    }

    private static String methods(List<Route> routes) {
        return routes.stream()
                .flatMap(route -> route.methods().stream())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
