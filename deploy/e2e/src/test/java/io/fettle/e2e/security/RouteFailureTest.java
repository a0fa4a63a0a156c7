package io.fettle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fettle.e2e.EndToEnd;
import io.fettle.e2e.security.Wire.Answer;
import io.fettle.local.Stack;

/** Every call, with every way to get it wrong before its own rules are asked; each in its family's envelope. */
@EndToEnd
class RouteFailureTest {

    private static final int ORG = 63;
    private static final long MOST = 16 << 20;
    private static final String JSON = "Content-Type: application/json";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private static Wire wire;
    private static String caller;

    /** The calls whose documentation has a body, with variable segments without names. */
    private static Set<String> withBody;

    @BeforeAll
    static void addWhoMayDoAll(Stack stack) throws IOException {
        wire = new Wire(stack.settings().gatewayPort());
        var users = new Users(stack);
        users.addOrganisation(ORG);
        caller = Users.header(users.add(Users.EVERY_ROLE, ORG));
        withBody = documented(wire.call("GET", "/openapi").json());
    }

    private static Set<String> documented(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("requestBody"))
                        .map(operation -> nameless(operation.getKey() + " " + path.getKey())))
                .collect(Collectors.toSet());
    }

    private static String nameless(String call) {
        return call.toLowerCase().replaceAll("\\{\\w+}", "{}");
    }

    static Stream<Call> calls() {
        return Call.all().stream();
    }

    static Stream<Call> closed() {
        return calls().filter(call -> !call.isPublic());
    }

    static Stream<Call> withBody() {
        return calls().filter(call -> withBody.contains(nameless(call.toString())));
    }

    static Stream<Call> withJson() {
        return withBody().filter(call -> !call.takesForm());
    }

    @ParameterizedTest
    @MethodSource("closed")
    void withoutCredentialsItIs401WithBothChallenges(Call call) throws IOException {
        Answer answer = wire.call(call.method(), call.path(ORG));
        envelope(call).requireFailure(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).containsExactly("Bearer", "Basic realm=\"fettle\"");
        assertThat(wire.call(call.method(), call.path(ORG), caller).status()).isNotEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anotherMethodIs405AndToldTheRightOnes(Call call) throws IOException {
        Answer answer = wire.call("PATCH", call.path(ORG), caller);
        Envelope.of("PATCH", call.path(ORG)).requireFailure(answer, 405);
        assertThat(answer.header("Allow"))
                .containsExactly(calls().filter(other -> other.template().equals(call.template()))
                        .map(Call::method)
                        .sorted()
                        .collect(Collectors.joining(", ")));
        assertThat(wire.call(call.method(), call.path(ORG), caller).status()).isNotEqualTo(405);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whatIsBelowItIs404(Call call) throws IOException {
        String below = call.path(ORG) + "/there/is/no/such/path/here";
        Envelope.of(call.method(), below).requireFailure(wire.call(call.method(), below, caller), 404);
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void anotherTypeThanItsOwnIs415(Call call) throws IOException {
        String body = call.takesForm() ? "grant_type=none" : "{}";
        Answer answer = wire.callWithBody(call.method(), call.path(ORG), body, caller, "Content-Type: text/plain");
        envelope(call).requireFailure(answer, 415);
        assertThat(wire.callWithBody(call.method(), call.path(ORG), body, caller, type(call))
                        .status())
                .isNotEqualTo(415);
    }

    @ParameterizedTest
    @MethodSource("withJson")
    void aBodyThatBreaksOffIs400(Call call) throws IOException {
        Answer answer = wire.callWithBody(call.method(), call.path(ORG), "[{\"a\": ", caller, JSON);
        envelope(call).requireFailure(answer, 400);
        assertThat(answer.body()).doesNotContain("jackson", "Exception", "java.");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aByteMoreThan16MebibytesIs413(Call call) throws IOException {
        Answer answer = wire.announce(call.method(), call.path(ORG), MOST + 1, caller, type(call));
        envelope(call).requireFailure(answer, 413);
    }

    private static Envelope envelope(Call call) {
        return Envelope.of(call.method(), call.path(ORG));
    }

    private static String type(Call call) {
        return call.takesForm() ? FORM : JSON;
    }
}
