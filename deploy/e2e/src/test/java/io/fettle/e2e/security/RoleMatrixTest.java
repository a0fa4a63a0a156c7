package io.fettle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fettle.e2e.EndToEnd;
import io.fettle.local.Stack;

/** Every call, by a member of the organisation with each role alone: {@code roles.txt} says who is let in. */
@EndToEnd
class RoleMatrixTest {

    private static final int ORG = 62;
    private static final String ANY = "any";
    private static final String PUBLIC = "public";

    private static final Map<String, Set<String>> TABLE = table();

    /** The header line of a user with that role; of one without roles, and of nobody. */
    private static final Map<String, String> CALLERS = new LinkedHashMap<>();

    private static Wire wire;

    @BeforeAll
    static void addOneUserOfEachRole(Stack stack) throws IOException {
        wire = new Wire(stack.settings().gatewayPort());
        var users = new Users(stack);
        users.addOrganisation(ORG);
        for (String role : Users.EVERY_ROLE) {
            CALLERS.put(role, Users.header(users.add(List.of(role), ORG)));
        }
        CALLERS.put(ANY, Users.header(users.add(List.of(), ORG)));
        CALLERS.put(PUBLIC, "X-Nobody: 1");
    }

    static List<Call> calls() {
        return Call.all();
    }

    @Test
    void theTableHasEveryCallAndNoOther() {
        assertThat(TABLE.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        calls().stream().map(Call::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void thoseOfTheTableAreLetInAndNoOthers(Call call) {
        Set<String> letIn = new TreeSet<>();
        CALLERS.forEach((role, header) -> {
            int status = wire.call(call.method(), call.path(ORG), header).status();
            if (status != 403 && status != 401) {
                letIn.add(role);
            }
        });
        assertThat(letIn).isEqualTo(permitted(call));
    }

    private static Set<String> permitted(Call call) {
        Set<String> permitted = new TreeSet<>(TABLE.get(call.toString()));
        if (permitted.contains(PUBLIC)) {
            permitted.add(ANY);
        }
        if (permitted.contains(ANY)) {
            permitted.addAll(Users.EVERY_ROLE);
        }
        return permitted;
    }

    /** Roles by call. */
    private static Map<String, Set<String>> table() {
        try (var lines = new BufferedReader(
                new InputStreamReader(RoleMatrixTest.class.getResourceAsStream("roles.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .flatMap(words -> Stream.of(words[0].split(","))
                            .map(method -> Map.entry(method + " " + words[1], Set.of(words[2].split(",")))))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
