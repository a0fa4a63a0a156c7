package io.fettle.platform.caller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fettle.platform.testsupport.ForgedTokens;
import io.fettle.platform.testsupport.TestKeys;
import io.fettle.platform.testsupport.Trap;

/** What the check of tokens that every service has does with those that were tampered with. */
@QuarkusTest
class ForgedTokenTest {

    private static final Trap TRAP = new Trap();
    private static final ForgedTokens TOKENS = TestKeys.forgedTokens(Role.TICKETS_READ, TRAP.address());

    @AfterAll
    static void nobodyHasAskedForTheKeysThatTokensName() {
        assertThat(TRAP.asked()).isZero();
        TRAP.close();
    }

    static Collection<Entry<String, String>> good() {
        return TOKENS.good().entrySet();
    }

    @ParameterizedTest
    @MethodSource("good")
    void aTokenOfTheAuthServicePasses(Entry<String, String> token) {
        assertThat(status(token.getValue())).as(token.getKey()).isEqualTo(200);
    }

    static Collection<Entry<String, String>> forged() {
        return TOKENS.forged().entrySet();
    }

    @ParameterizedTest
    @MethodSource("forged")
    void aForgedTokenIsRefused(Entry<String, String> token) {
        assertThat(status(token.getValue())).as(token.getKey()).isEqualTo(401);
    }

    static Stream<Entry<String, String>> closed() {
        return Stream.of(TOKENS.withoutOrganisation(), TOKENS.withoutRole())
                .map(Map::entrySet)
                .flatMap(Collection::stream);
    }

    @ParameterizedTest
    @MethodSource("closed")
    void whatIsNoOrganisationOrNoRoleOpensNothing(Entry<String, String> token) {
        assertThat(status(token.getValue())).as(token.getKey()).isEqualTo(403);
    }

    private static int status(String token) {
        return given().auth()
                .oauth2(token)
                .get("/v2/probe/orgentityid/" + ForgedTokens.ORGANISATION)
                .statusCode();
    }
}
