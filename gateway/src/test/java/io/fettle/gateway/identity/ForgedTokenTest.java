package io.fettle.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;
import io.fettle.platform.testsupport.ForgedTokens;
import io.fettle.platform.testsupport.Trap;

/** Tokens that were tampered with. Those that each service refuses too are refused there by a test of the same name. */
@QuarkusTest
class ForgedTokenTest {

    private static final String INCIDENTS = "/v2/incident/orgentityid/" + ForgedTokens.ORGANISATION;
    private static final Trap TRAP = new Trap();

    @AfterAll
    static void nobodyHasAskedForTheKeysThatTokensName() {
        assertThat(TRAP.asked()).isZero();
        TRAP.close();
    }

    static Collection<Entry<String, String>> good() {
        return Tokens.forged(TRAP.address()).good().entrySet();
    }

    @ParameterizedTest
    @MethodSource("good")
    void aTokenOfTheAuthServicePasses(Entry<String, String> token) {
        assertThat(call(token.getValue()).status()).as(token.getKey()).isEqualTo(200);
    }

    static Stream<Entry<String, String>> forged() {
        ForgedTokens tokens = Tokens.forged(TRAP.address());
        return Stream.of(tokens.forged(), tokens.odd()).map(Map::entrySet).flatMap(Collection::stream);
    }

    @ParameterizedTest
    @MethodSource("forged")
    void aForgedTokenIsRefused(Entry<String, String> token) {
        Answer answer = call(token.getValue());
        assertThat(answer.status()).as(token.getKey()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).containsExactly("Bearer", "Basic realm=\"fettle\"");
    }

    static Collection<Entry<String, String>> withoutOrganisation() {
        return Tokens.forged(TRAP.address()).withoutOrganisation().entrySet();
    }

    @ParameterizedTest
    @MethodSource("withoutOrganisation")
    void whatIsNoOrganisationOpensNone(Entry<String, String> token) {
        assertThat(call(token.getValue()).status()).as(token.getKey()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer  %s", "bEARER %s", "Bearer %s ", " Bearer %s", "Bearer %s\t"})
    void blanksAroundATokenDoNotMatter(String header) {
        assertThat(written(header).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer %1$s %1$s",
                "Bearer %1$s,%1$s",
                "Bearer %1$s, Bearer %1$s",
                "Bearer Bearer %s",
                "Bearer\t%s",
                "Bearer,%s",
                "Bearer=%s",
                "Bearer \"%s\"",
                "Bearer <%s>",
                "Bearer %s;x",
                "Bearer %s\tx",
                "Bearer token=%s",
                "Token %s",
                "Basic %s",
                "%s"
            })
    void aHeaderThatIsMoreOrLessThanATokenIsRefused(String header) {
        assertThat(written(header).status()).isEqualTo(401);
    }

    @Test
    void aLongTokenPasses() {
        JwtClaims claims = Tokens.claims(7);
        claims.setClaim("more", "x".repeat(4000));
        assertThat(call(Tokens.sign(claims, Tokens.key())).status()).isEqualTo(200);
    }

    @Test
    void aTokenLongerThanHeadersMayBeIsNotEvenRead() throws IOException {
        try (var socket = Wire.open()) {
            String head = Wire.head("GET", INCIDENTS, "Authorization: Bearer " + "x".repeat(30_000));
            socket.getOutputStream().write(head.getBytes(UTF_8));
            Wire.await(socket, "431 Request Header Fields Too Large");
        }
    }

    private static Answer call(String token) {
        return Wire.call("GET", INCIDENTS, "Authorization: Bearer " + token);
    }

    private static Answer written(String header) {
        String token = Tokens.bearer(ForgedTokens.ORGANISATION).split(" ")[2];
        return Wire.call("GET", INCIDENTS, "Authorization: " + header.formatted(token));
    }
}
