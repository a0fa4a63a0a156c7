package io.fettle.gateway.testsupport;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fettle.gateway.route.Route;
import io.fettle.gateway.route.RouteTable;

/** The lines of the route table, as calls of organisation 7. */
public final class EveryRoute {

    /** @param path with a value for each variable segment */
    public record Call(String method, String path, Route route) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static Stream<Call> calls() {
        return new RouteTable()
                .routes().stream()
                        .flatMap(route ->
                                route.methods().stream().sorted().map(method -> new Call(method, path(route), route)));
    }

    private static String path(Route route) {
        return route.template().stream().map(EveryRoute::segment).collect(Collectors.joining("/", "/", ""));
    }

    private static String segment(String segment) {
        if (segment.equals("{org}")) {
            return "7";
        }
        return segment.startsWith("{") ? "x" : segment;
    }

    private EveryRoute() {}
}
