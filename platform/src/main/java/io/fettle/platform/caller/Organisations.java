package io.fettle.platform.caller;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The organisations whose rows some work may touch. Those of a caller come from its token; a service can make them fewer, but
 * never name one itself.
 *
 * @param all whether it is every organisation; then there are no numbers
 */
public record Organisations(boolean all, Set<Integer> numbers) {

    public static final Organisations ALL = new Organisations(true, Set.of());
    public static final Organisations NONE = new Organisations(false, Set.of());

    public Organisations {
        numbers = Set.copyOf(numbers);
    }

    public static Organisations union(Collection<Organisations> several) {
        return several.stream().anyMatch(Organisations::all)
                ? ALL
                : new Organisations(
                        false,
                        several.stream().flatMap(each -> each.numbers.stream()).collect(Collectors.toSet()));
    }

    /** That organisation alone if it is among these, else none. */
    public Organisations only(int org) {
        return all || numbers.contains(org) ? new Organisations(false, Set.of(org)) : NONE;
    }

    public boolean isNone() {
        return !all && numbers.isEmpty();
    }

    /** As the policies of Postgres read it: numbers with commas between, or {@code *}. */
    public String setting() {
        return all ? "*" : new TreeSet<>(numbers).stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
