package io.fettle.gateway.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.fettle.gateway.route.CanonicalPath.Segment;

/**
 * A line of the route table.
 *
 * @param service whose it is: the middle part of its address's configuration key, {@code fettle.ticket.url}
 * @param template the path's segments, a variable one in braces
 * @param open whether it is public: no credentials are asked for, and none are passed on
 * @param types the media types a body may have
 * @param repeatable whether the caller may send the call again, not knowing if the first was carried out
 */
public record Route(
        Set<String> methods,
        String service,
        List<String> template,
        boolean open,
        Set<String> types,
        boolean repeatable) {

    private static final String ORGANISATION = "{org}";

    static Route parse(String line) {
        String[] words = line.trim().split("\\s+");
        Set<String> remarks = Arrays.stream(words).skip(3).collect(Collectors.toSet());
        if (!Set.of("public", "form", "csv", "repeatable").containsAll(remarks)) {
            throw new IllegalArgumentException("A remark is unknown: " + line);
        }
        return new Route(
                Set.of(words[0].split(",")),
                words[1],
                List.of(words[2].substring(1).split("/")),
                remarks.contains("public"),
                types(remarks),
                remarks.contains("repeatable"));
    }

    private static Set<String> types(Set<String> remarks) {
        if (remarks.contains("form")) {
            return Set.of("application/x-www-form-urlencoded");
        }
        return remarks.contains("csv") ? Set.of("application/json", "text/csv") : Set.of("application/json");
    }

    boolean fits(List<Segment> path) {
        if (path.size() != template.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!isVariable(template.get(i))
                    && !template.get(i).equalsIgnoreCase(path.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    /** Whether some path is both this route's and another template's. */
    boolean covers(List<String> other) {
        return other.size() == template.size()
                && IntStream.range(0, other.size())
                        .allMatch(i -> isVariable(template.get(i))
                                || isVariable(other.get(i))
                                || template.get(i).equalsIgnoreCase(other.get(i)));
    }

    /** The path as the service gets it: fixed segments as the table spells them, variable ones as the caller did. */
    String rewritten(List<Segment> path) {
        return IntStream.range(0, path.size())
                .mapToObj(i -> isVariable(template.get(i)) ? path.get(i).raw() : template.get(i))
                .collect(Collectors.joining("/", "/", ""));
    }

    /** The segment that names the organisation, byte for byte, so that {@code 07} is not {@code 7}; else {@code null}. */
    String organisation(List<Segment> path) {
        int place = template.indexOf(ORGANISATION);
        return place < 0 ? null : path.get(place).raw();
    }

    /** Whether a call that broke off may be sent again. */
    public boolean mayRepeat(String method) {
        return repeatable || !method.equals("POST");
    }

    /** @param contentType the header's value, or {@code null} */
    public boolean takes(String contentType) {
        return contentType != null
                && types.contains(contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT));
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }
}
