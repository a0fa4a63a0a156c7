package io.fettle.auth.token;

import static io.fettle.auth.testsupport.Calls.accessToken;
import static io.fettle.auth.testsupport.Calls.saveUser;
import static io.fettle.auth.testsupport.Calls.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.auth.testsupport.ForeignIssuer;
import io.fettle.auth.testsupport.TestSecrets;
import io.fettle.platform.caller.Role;

@QuarkusTest
@TestProfile(TokenExchangeTest.Federated.class)
class TokenExchangeTest {

    public static class Federated implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ForeignIssuer.class));
        }
    }

    private static final String TYPE = "urn:ietf:params:oauth:token-type:";
    private static final PublicJsonWebKey RSA = rsa("rsa");
    private static final PublicJsonWebKey EC = ec("ec");

    @BeforeEach
    void publish() {
        put("/corp/.well-known/openid-configuration", metadata("/corp"));
        put("/impostor/.well-known/openid-configuration", metadata("/corp"));
        put("/keys", keys(RSA, EC));
        put("/plant-keys", keys(RSA));
    }

    @Test
    void aTokenOfAKnownIssuerBecomesOneOfOurs() throws Exception {
        JwtClaims foreign = claims();
        ValidatableResponse answer = exchange(signed(foreign))
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("token_type", equalTo("bearer"))
                .body("issued_token_type", equalTo(TYPE + "access_token"))
                .body("expires_in", lessThanOrEqualTo(600));
        JwtClaims ours = ServedKeys.verify(answer.extract().path("access_token"));
        assertThat(ours.getIssuer()).isEqualTo("fettle");
        assertThat(ours.getSubject()).isEqualTo("ann@corp.example");
        assertThat(ours.getStringListClaimValue("groups"))
                .containsExactlyInAnyOrder(Role.TICKETS_READ, Role.TICKETS_WRITE);
        assertThat(ours.getClaimValue("orgs", List.class)).asList().containsExactlyInAnyOrder(7L, 9L);
        assertThat(ours.getExpirationTime()).isEqualTo(foreign.getExpirationTime());
        assertThat(ours.hasClaim("grant")).isFalse();
    }

    @Test
    void theTokenSaysWhoTheUserIsAndTheUserGetsNoAccount() {
        String token = accepted(claims());
        given().auth().oauth2(token).get("/userinfo").then().statusCode(200).body("sub", equalTo("ann@corp.example"));
        given().auth()
                .oauth2(accessToken(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD))
                .get("/v2/users/ann@corp.example")
                .then()
                .statusCode(404);
    }

    @Test
    void aTokenThatLivesLongerThanOursDoIsCutShort() {
        exchange(signed(changed(claims -> claims.setExpirationTimeMinutesInTheFuture(60 * 24 * 3))))
                .statusCode(200)
                .body("expires_in", equalTo(86399));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwt", "access_token", "id_token"})
    void itMayBeCalledByAnyOfItsNames(String type) {
        token(form(signed(claims()), Map.of("subject_token_type", TYPE + type))).statusCode(200);
    }

    @Test
    void anAlgorithmThatTheIssuerMayUseIsTaken() {
        exchange(signed(claims(), "ES256", EC.getPrivateKey(), "ec")).statusCode(200);
    }

    @Test
    void aTokenWithManyGroupsIsTaken() {
        List<String> groups = Stream.concat(
                        Stream.of("/ops: first line", "acme"),
                        IntStream.range(0, 300).mapToObj(i -> "department " + i))
                .toList();
        accepted(changed(claims -> claims.setStringListClaim("groups", groups)));
    }

    static Stream<String> badTokens() {
        return Stream.of(
                signed(changed(claims -> claims.setIssuer(issuer("/other")))),
                signed(changed(claims -> claims.setIssuer(issuer("/corp/")))),
                signed(changed(claims -> claims.setIssuer("fettle"))),
                signed(changed(claims -> claims.unsetClaim("iss"))),
                signed(changed(claims -> claims.setAudience("fettle"))),
                signed(changed(claims -> claims.unsetClaim("aud"))),
                signed(changed(claims -> claims.setExpirationTimeMinutesInTheFuture(-1))),
                signed(changed(claims -> claims.setExpirationTime(
                        NumericDate.fromSeconds(NumericDate.now().getValue() - 1)))),
                signed(changed(claims -> claims.unsetClaim("exp"))),
                signed(changed(claims -> claims.setNotBeforeMinutesInThePast(-1))),
                signed(claims(), "PS256", RSA.getPrivateKey(), "rsa"),
                signed(claims(), "RS256", rsa("rsa").getPrivateKey(), "rsa"),
                signed(claims(), "RS256", RSA.getPrivateKey(), "unknown"),
                signed(claims(), "RS256", RSA.getPrivateKey(), null),
                signed(claims(), "HS256", new HmacKey(RSA.getPublicKey().getEncoded()), "rsa"),
                unsigned(),
                signed(claims()) + "x",
                signed(claims()).replaceFirst("\\.[^.]*$", "."),
                "x",
                "a.b.c");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aTokenThatIsNotTheIssuersOrNotForUsOrNotOfNowIsRefused(String token) {
        refused(exchange(token));
    }

    @Test
    void ourOwnTokensAreNotExchanged() {
        refused(exchange(accessToken(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD)));
    }

    @Test
    void aNewKeyIsTakenOnceItIsPublished() {
        PublicJsonWebKey next = rsa("next");
        String token = signed(claims(), "RS256", next.getPrivateKey(), "next");
        refused(exchange(token));
        put("/keys", keys(RSA, EC, next));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> exchange(token).statusCode(200));
        accepted(claims());
    }

    static Stream<List<String>> groupsThatGiveNothing() {
        return Stream.of(
                List.of(),
                List.of("acme"),
                List.of("/ops: first line"),
                List.of("acme", Role.ADMIN),
                List.of("acme", Role.TICKETS_READ, Role.TICKETS_WRITE),
                List.of("acme", Role.SERVICE),
                List.of("acme", "Root"),
                List.of("ACME", "root"),
                List.of("7", "root"),
                List.of("null", "root"));
    }

    @ParameterizedTest
    @MethodSource("groupsThatGiveNothing")
    void aUserWithoutAMappedRoleOrAMappedOrganisationIsRefused(List<String> groups) {
        refused(exchange(signed(changed(claims -> claims.setStringListClaim("groups", groups)))));
    }

    @Test
    void aRoleIsGivenByTheMapAloneWhateverElseTheGroupsAreCalled() throws Exception {
        String token = accepted(
                changed(claims -> claims.setStringListClaim("groups", List.of("acme", "root", Role.SECRETS_READ))));
        assertThat(ServedKeys.verify(token).getStringListClaimValue("groups")).containsExactly(Role.ADMIN);
    }

    @Test
    void rolesAndOrganisationsMayComeFromClaimsOfTheirOwn() throws Exception {
        JwtClaims claims = ServedKeys.verify(accepted(plant()));
        assertThat(claims.getSubject()).isEqualTo("bob@plant.example");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly(Role.TICKETS_READ);
        assertThat(claims.getClaimValue("orgs", List.class)).asList().containsExactly(8L);
        JwtClaims elsewhere = plant();
        elsewhere.setClaim("site", 8);
        refused(exchange(signed(elsewhere)));
    }

    @Test
    void anAddressThatIsNotVerifiedIsRefused() {
        accepted(changed(claims -> claims.setClaim("email_verified", true)));
        refused(exchange(signed(changed(claims -> claims.setClaim("email_verified", false)))));
        refused(exchange(signed(changed(claims -> claims.setClaim("email_verified", "false")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "dag-service", "ann@corp.example\u0000", "a/b@corp.example"})
    void aNameThatIsNoAddressIsRefused(String name) {
        refused(exchange(signed(changed(claims -> claims.setClaim("email", name)))));
    }

    @Test
    void aTokenWithoutANameIsRefused() {
        refused(exchange(signed(changed(claims -> claims.unsetClaim("email")))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasAnAccountHereSignsInWithThatOne(boolean active) {
        String email = UUID.randomUUID() + "@corp.example";
        JwtClaims claims = changed(each -> each.setClaim("email", email.toUpperCase()));
        accepted(claims);
        saveUser(Map.of("Email", email, "Password", "correct horse battery", "Active", active))
                .statusCode(200);
        refused(exchange(signed(claims)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/away", "/impostor"})
    void anIssuerWhoseKeysCannotBeHadMakesTheCallerComeBack(String issuer) {
        exchange(signed(changed(claims -> claims.setIssuer(issuer.startsWith("/") ? issuer(issuer) : issuer))))
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .body("error", equalTo("server_error"))
                .body("error_description", containsString("identity service does not answer"));
    }

    @ParameterizedTest
    @CsvSource({
        "subject_token, ''",
        "subject_token_type, ''",
        "subject_token_type, urn:ietf:params:oauth:token-type:saml2",
        "requested_token_type, urn:ietf:params:oauth:token-type:refresh_token",
        "actor_token, x"
    })
    void whatTheExchangeDoesNotDoIsRefused(String parameter, String value) {
        refused(token(form(signed(claims()), Map.of(parameter, value))));
    }

    @Test
    void theMetadataNameTheExchange() {
        given().get("/.well-known/openid-configuration")
                .then()
                .body("grant_types_supported", hasItem(TokenExchange.GRANT_TYPE));
    }

    private static String accepted(JwtClaims claims) {
        return exchange(signed(claims)).statusCode(200).extract().path("access_token");
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(400).header("Cache-Control", equalTo("no-store")).body("error", equalTo("invalid_request"));
    }

    private static ValidatableResponse exchange(String token) {
        return token(form(token, Map.of()));
    }

    private static Map<String, String> form(String token, Map<String, String> changes) {
        var form = new HashMap<>(Map.of(
                "grant_type", TokenExchange.GRANT_TYPE, "subject_token", token, "subject_token_type", TYPE + "jwt"));
        form.putAll(changes);
        return form;
    }

    private static JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setIssuer(issuer("/corp"));
        claims.setSubject("f7d1");
        claims.setAudience("another", "fettle-at-corp");
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setClaim("email", "Ann@corp.example");
        claims.setStringListClaim("groups", "/ops: first line", "acme", "others");
        return claims;
    }

    private static JwtClaims plant() {
        var claims = new JwtClaims();
        claims.setIssuer(issuer("/plant/"));
        claims.setAudience("fettle");
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setClaim("preferred_username", "bob@plant.example");
        claims.setClaim("email_verified", false);
        claims.setClaim("role", "viewer");
        claims.setClaim("site", 12);
        return claims;
    }

    private static JwtClaims changed(Consumer<JwtClaims> change) {
        JwtClaims claims = claims();
        change.accept(claims);
        return claims;
    }

    private static String signed(JwtClaims claims) {
        return signed(claims, "RS256", RSA.getPrivateKey(), "rsa");
    }

    private static String signed(JwtClaims claims, String algorithm, Key key, String keyId) {
        try {
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setKey(key);
            if (keyId != null) {
                signature.setKeyIdHeaderValue(keyId);
            }
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned() {
        return base64("{\"alg\":\"none\",\"kid\":\"rsa\"}") + "." + base64(claims().toJson()) + ".";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PublicJsonWebKey rsa(String id) {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey ec(String id) {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keys(PublicJsonWebKey... keys) {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static String metadata(String issuer) {
        return "{\"issuer\":\"" + issuer(issuer) + "\",\"jwks_uri\":\"" + issuer("/keys") + "\"}";
    }

    private static String issuer(String path) {
        return ConfigProvider.getConfig().getValue("fettle.test.issuer", String.class) + path;
    }

    private static void put(String path, String document) {
        given().body(document).put(issuer(path)).then().statusCode(204);
    }
}
