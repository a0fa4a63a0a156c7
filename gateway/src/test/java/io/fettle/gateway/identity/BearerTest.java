package io.fettle.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
class BearerTest {

    @Test
    void theServiceGetsTheTokenThatWasChecked() {
        String bearer = Tokens.bearer(7);
        for (int i = 0; i < 2; i++) {
            Answer answer = Wire.call("GET", "/v2/incident/orgentityid/7", bearer.replace("Bearer", "bearer"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat("Authorization: "
                            + answer.json()
                                    .getJsonObject("headers")
                                    .getJsonArray("authorization")
                                    .getString(0))
                    .isEqualTo(bearer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "9"})
    void aMemberOfBothPasses(String organisation) {
        assertThat(status("/v2/incident/orgentityid/" + organisation, Tokens.bearer(7, 9)))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8",
                "07",
                "+7",
                "0",
                "-7",
                "7.0",
                "%207",
                "7%20",
                "%37",
                "99999999999999999999",
                "seven",
                "{org}",
                "[7]"
            })
    void anotherOrganisationIsRefusedInTheSameWordsWhetherItExistsOrNot(String organisation) {
        Answer answer = Wire.call("GET", "/v2/incident/orgentityid/" + organisation, Tokens.bearer(7));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo("{\"Count\":0,\"Result\":[],\"Status\":\"Fail\","
                        + "\"Message\":\"The organisation or role does not permit this call\"}");
    }

    @Test
    void whoBelongsToNoOrganisationReachesNone() {
        assertThat(status("/v2/incident/orgentityid/7", Tokens.bearer())).isEqualTo(403);
        assertThat(status("/v2/users", Tokens.bearer())).isEqualTo(200);
    }

    static Stream<String> badTokens() throws JoseException {
        RsaJsonWebKey stranger = Tokens.strange("current");
        return Stream.of(
                changed(claims -> claims.setIssuer("other")),
                changed(claims -> claims.setExpirationTime(NumericDate.fromSeconds(1_000_000_000))),
                changed(claims -> claims.unsetClaim("exp")),
                changed(claims -> claims.setNotBeforeMinutesInThePast(-10)),
                Tokens.sign(Tokens.claims(7), stranger),
                Tokens.sign(Tokens.claims(7), Tokens.strange("unknown")),
                Tokens.sign(Tokens.claims(7), Tokens.strange(null)),
                withTheKeyInItsHeader(stranger),
                unsigned(),
                signedWithThePublicKeyAsSecret(),
                cut(Tokens.sign(Tokens.claims(7), Tokens.key())),
                "x",
                "a.b.c");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aTokenThatIsNotTheAuthServicesIsRefused(String token) {
        Answer answer = Wire.call("GET", "/v2/incident/orgentityid/7", "Authorization: Bearer " + token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).containsExactly("Bearer", "Basic realm=\"fettle\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Digest x", "bearerx y", "Bearer a b"})
    void withoutCredentialsBothSchemesAreOffered(String header) {
        Answer answer = Wire.call("GET", "/v2/users", "Authorization: " + header);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).containsExactly("Bearer", "Basic realm=\"fettle\"");
    }

    @Test
    void twoHeadersAreNone() {
        assertThat(Wire.call("GET", "/v2/users", Tokens.bearer(7), "Authorization: Basic eDp5")
                        .status())
                .isEqualTo(401);
    }

    private static String changed(Consumer<JwtClaims> change) {
        JwtClaims claims = Tokens.claims(7);
        change.accept(claims);
        return Tokens.sign(claims, Tokens.key());
    }

    private static String withTheKeyInItsHeader(RsaJsonWebKey key) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setPayload(Tokens.claims(7).toJson());
        signature.setKey(key.getPrivateKey());
        signature.setJwkHeader(key);
        signature.setKeyIdHeaderValue("current");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return signature.getCompactSerialization();
    }

    private static String unsigned() {
        return base64("{\"alg\":\"none\",\"kid\":\"current\"}") + "."
                + base64(Tokens.claims(7).toJson()) + ".";
    }

    private static String signedWithThePublicKeyAsSecret() throws JoseException {
        var signature = new JsonWebSignature();
        signature.setPayload(Tokens.claims(7).toJson());
        signature.setKey(new HmacKey(Tokens.key().getRsaPublicKey().getEncoded()));
        signature.setKeyIdHeaderValue("current");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        return signature.getCompactSerialization();
    }

    private static String cut(String token) {
        return token.substring(0, token.length() - 8);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int status(String target, String authorization) {
        return Wire.call("GET", target, authorization).status();
    }
}
