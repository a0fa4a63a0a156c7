package io.fettle.platform.testsupport;

import static io.fettle.platform.testsupport.RawToken.encode;
import static io.fettle.platform.testsupport.RawToken.keyed;
import static io.fettle.platform.testsupport.RawToken.signed;
import static io.fettle.platform.testsupport.RawToken.unsigned;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Tokens that whoever checks them must refuse, and their legitimate twins; all would let user and role into organisation
 * 7. Some only our own key can sign: what is wrong with them is then the one thing that is said.
 */
public final class ForgedTokens {

    /** What every check must allow. */
    public static final int ORGANISATION = 7;

    private static final String RS256 = "SHA256withRSA";
    private static final Stranger STRANGER = Stranger.appear();

    private final PrivateKey key;
    private final RSAPublicKey publicKey;
    private final String keyId;
    private final String role;
    private final String trap;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /**
     * Tokens for who checks with this key.
     *
     * @param role of the user in the tokens
     * @param trap an address that must never be asked
     */
    public ForgedTokens(PrivateKey key, RSAPublicKey publicKey, String keyId, String role, String trap) {
        this.key = key;
        this.publicKey = publicKey;
        this.keyId = keyId;
        this.role = role;
        this.trap = trap;
    }

    /** By what is special about them. */
    public Map<String, String> good() {
        tokens.clear();
        tokens.put("as it should be", good(claims()));
        tokens.put("without typ", ours(header("RS256"), claims().encode()));
        tokens.put("an access token by its typ", ours(header("RS256").put("typ", "at+jwt"), claims().encode()));
        tokens.put("exp with a fraction", good(claims().put("exp", now() + 600.5)));
        tokens.put("nbf in the past", good(claims().put("nbf", now() - 600)));
        tokens.put("a number and more in orgs", good(claims().put("orgs", JsonArray.of("8", 7, 9.5, JsonArray.of(9)))));
        tokens.put("blanks between the claims", ours(header("RS256"), claims().encodePrettily()));
        return Map.copyOf(tokens);
    }

    /** By what is wrong with them. Nobody may get in with one (401). */
    public Map<String, String> forged() {
        tokens.clear();
        withoutSignature();
        withThePublicKeyAsSecret();
        withAnotherAlgorithm();
        withAStrangersKey();
        withKeyIds();
        withExtensions();
        withNamesTwice();
        wrapped();
        withOddClaims();
        misspelt();
        return Map.copyOf(tokens);
    }

    /** By what is odd about their organisations. They are tokens of ours, but open no organisation (403). */
    public Map<String, String> withoutOrganisation() {
        tokens.clear();
        for (String orgs : List.of(
                "'7'",
                "7",
                "{'7':7}",
                "['7']",
                "[7.0]",
                "[7.5]",
                "[-7]",
                "[[7]]",
                "[{'org':7}]",
                "[true]",
                "[null]",
                "[]",
                "null",
                "true",
                "'[7]'",
                "[70]",
                "[4294967303]",
                "[18446744073709551623]")) {
            tokens.put("orgs " + orgs, good(claims().put("orgs", value(orgs))));
        }
        tokens.put("no orgs", good(without("orgs")));
        return Map.copyOf(tokens);
    }

    /** By what is odd about their roles. They are tokens of ours, but give no role (403). */
    public Map<String, String> withoutRole() {
        tokens.clear();
        for (String groups : List.of(
                "[]",
                "[['" + role + "']]",
                "[{'name':'" + role + "'}]",
                "[1]",
                "null",
                "['" + role.toUpperCase() + "']",
                "[' " + role + "']",
                "['" + role + ",x']")) {
            tokens.put("groups " + groups, good(claims().put("groups", value(groups))));
        }
        tokens.put("no groups", good(without("groups")));
        return Map.copyOf(tokens);
    }

    /**
     * By what is odd about them. Only the auth service could have signed them, and it does not write such: the door refuses
     * them (401). To a service they say no more than a good one.
     */
    public Map<String, String> odd() {
        tokens.clear();
        for (String exp : List.of("1e30", "1e400", "1" + "0".repeat(30), "9223372036854775807", now() + "000")) {
            tokens.put("exp " + exp, claimed("exp", exp));
        }
        tokens.put("iat in the future", good(claims().put("iat", now() + 300)));
        tokens.put("iat long ago", good(claims().put("iat", 1)));
        tokens.put("a token in a token", ours(header("RS256").put("cty", "JWT"), good(claims())));
        tokens.put("a token in a token, in small letters", ours(header("RS256").put("cty", "jwt"), good(claims())));
        String token = good(claims());
        String[] parts = token.split("\\.");
        tokens.put("padded", token + "==");
        tokens.put("padded too much", token + "====");
        tokens.put("padded header", parts[0] + "=." + parts[1] + "." + parts[2]);
        tokens.put("of the other alphabet", token.replace('-', '+').replace('_', '/') + "+");
        tokens.put("with other characters between", parts[0] + "." + parts[1] + ".!" + parts[2]);
        tokens.put("with an end that decodes to the same", twisted(token));
        return Map.copyOf(tokens);
    }

    /** Of the last character, four bits say nothing: 256 bytes end within it. */
    private static String twisted(String token) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(token.charAt(token.length() - 1));
        return token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1);
    }

    private void withoutSignature() {
        String signature = good(claims()).split("\\.")[2];
        for (String none : List.of("none", "None", "NONE", "nOnE", "none ", "")) {
            String token = unsigned(header(none).encode(), claims().encode()) + ".";
            tokens.put("alg '" + none + "'", token);
            tokens.put("alg '" + none + "' and a signature", token + signature);
        }
        tokens.put("alg null", unsigned(header("RS256").putNull("alg").encode(), claims().encode()) + "." + signature);
        tokens.put("alg a number", ours(header("RS256").put("alg", 256), claims().encode()));
        tokens.put("no alg", unsigned("{\"kid\":\"" + keyId + "\"}", claims().encode()) + "." + signature);
    }

    private void withThePublicKeyAsSecret() {
        byte[] der = publicKey.getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----";
        var secrets = Map.of(
                "DER", der,
                "PEM", pem.getBytes(UTF_8),
                "PEM and a line end", (pem + "\n").getBytes(UTF_8),
                "modulus", publicKey.getModulus().toByteArray());
        for (int bits : List.of(256, 384, 512)) {
            secrets.forEach((form, secret) -> tokens.put(
                    "HS" + bits + " with the key's " + form,
                    keyed(header("HS" + bits).encode(), claims().encode(), bits, secret)));
        }
    }

    private void withAnotherAlgorithm() {
        tokens.put("RS384", signed(header("RS384").encode(), claims().encode(), "SHA384withRSA", key));
        tokens.put("RS512", signed(header("RS512").encode(), claims().encode(), "SHA512withRSA", key));
        tokens.put("rs256", ours(header("rs256"), claims().encode()));
        tokens.put(
                "ES256 of zeros", unsigned(header("ES256").encode(), claims().encode()) + "." + encode(new byte[64]));
        tokens.put("zeros", unsigned(header("RS256").encode(), claims().encode()) + "." + encode(new byte[256]));
    }

    private void withAStrangersKey() {
        String certificate;
        try {
            certificate =
                    Base64.getEncoder().encodeToString(STRANGER.certificate().getEncoded());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        var rsa = (RSAPublicKey) STRANGER.certificate().getPublicKey();
        var jwk = new JsonObject()
                .put("kty", "RSA")
                .put("kid", keyId)
                .put("n", encode(rsa.getModulus().toByteArray()))
                .put("e", encode(rsa.getPublicExponent().toByteArray()));
        tokens.put("a stranger's", strangers(header("RS256")));
        tokens.put("a stranger's with its kid", strangers(header("RS256").put("kid", "stranger")));
        tokens.put("a stranger's with jwk", strangers(header("RS256").put("jwk", jwk)));
        tokens.put(
                "a stranger's with jwk alone",
                strangers(new JsonObject().put("alg", "RS256").put("jwk", jwk)));
        tokens.put("a stranger's with jku", strangers(header("RS256").put("jku", trap)));
        tokens.put(
                "a stranger's with jku and its kid",
                strangers(header("RS256").put("kid", "x").put("jku", trap)));
        tokens.put("a stranger's with x5u", strangers(header("RS256").put("x5u", trap)));
        tokens.put(
                "a stranger's with x5u and its kid",
                strangers(header("RS256").put("kid", "x").put("x5u", trap)));
        tokens.put("a stranger's with x5c", strangers(header("RS256").put("x5c", JsonArray.of(certificate))));
        tokens.put("kid an address", strangers(header("RS256").put("kid", trap)));
    }

    private void withKeyIds() {
        for (Object id : new Object[] {
            "../../../../../../dev/null",
            "/dev/null",
            "' or '1'='1",
            "' union select 'x",
            "; true",
            keyId + "\0",
            keyId + " ",
            " " + keyId,
            keyId.toUpperCase(),
            "*",
            "k".repeat(4000),
            1,
            1.5,
            true,
            JsonArray.of(keyId),
            new JsonObject().put("kid", keyId)
        }) {
            String shown = id.toString().replace("\0", "\\0");
            tokens.put(
                    "kid " + shown.substring(0, Math.min(30, shown.length())),
                    ours(header("RS256").put("kid", id), claims().encode()));
        }
    }

    private void withExtensions() {
        tokens.put(
                "crit unknown",
                ours(header("RS256").put("crit", JsonArray.of("x")).put("x", 1), claims().encode()));
        tokens.put("crit exp", ours(header("RS256").put("crit", JsonArray.of("exp")), claims().encode()));
        tokens.put("crit a text", ours(header("RS256").put("crit", "exp"), claims().encode()));
        JsonObject b64 = header("RS256").put("b64", false).put("crit", JsonArray.of("b64"));
        tokens.put("b64 false, encoded all the same", ours(b64, claims().encode()));
        String raw = claims().encode();
        tokens.put(
                "b64 false",
                encode(b64.encode().getBytes(UTF_8)) + "." + raw.replace(" ", "") + "."
                        + good(claims()).split("\\.")[2]);
        tokens.put("zip", ours(header("RS256").put("zip", "DEF"), "\u0000\u0001"));
    }

    private void withNamesTwice() {
        String claims = claims().encode();
        tokens.put("alg twice", raw("{\"alg\":\"none\",\"kid\":\"" + keyId + "\",\"alg\":\"RS256\"}", claims));
        tokens.put("kid twice", raw("{\"alg\":\"RS256\",\"kid\":\"x\",\"kid\":\"" + keyId + "\"}", claims));
        tokens.put("orgs twice", raw(header("RS256").encode(), "{\"orgs\":[8]," + claims.substring(1)));
        tokens.put("exp twice", raw(header("RS256").encode(), "{\"exp\":1," + claims.substring(1)));
    }

    private void wrapped() {
        tokens.put(
                "a token in a token of a stranger",
                strangersWith(header("RS256").put("cty", "JWT"), good(claims())));
        tokens.put("encrypted claims", encrypted(claims().encode(), null));
        tokens.put("an encrypted token", encrypted(good(claims()), "JWT"));
        tokens.put(
                "encrypted, by its typ", ours(header("RS256").put("cty", "JWT").put("typ", "JWE"), claims().encode()));
    }

    private void withOddClaims() {
        for (String exp : List.of(
                "'" + (now() + 600) + "'",
                "-1",
                "0",
                "-1.5",
                "[" + (now() + 600) + "]",
                "null",
                "true",
                "{}",
                "'soon'")) {
            tokens.put("exp " + exp, claimed("exp", exp));
        }
        tokens.put("exp in the past", good(claims().put("exp", now() - 60)));
        tokens.put("no exp", good(without("exp")));
        tokens.put("no iat", good(without("iat")));
        tokens.put("nbf in the future", good(claims().put("nbf", now() + 600)));
        tokens.put("nbf a text", good(claims().put("nbf", "now")));
        for (String iss : List.of(
                "'fettle/'",
                "'Fettle'",
                "' fettle'",
                "''",
                "null",
                "7",
                "['other']",
                "{'iss':'fettle'}",
                "'https://fettle'",
                "'fettle,other'")) {
            tokens.put("iss " + iss, claimed("iss", iss));
        }
        tokens.put("no iss", good(without("iss")));
        tokens.put("no claims", raw(header("RS256").encode(), "{}"));
        tokens.put("claims that are an array", raw(header("RS256").encode(), "[" + claims().encode() + "]"));
        tokens.put("claims that are a text", raw(header("RS256").encode(), "\"fettle\""));
        tokens.put("claims that are nothing", raw(header("RS256").encode(), ""));
        tokens.put(
                "claims cut short",
                raw(header("RS256").encode(), claims().encode().substring(0, 60)));
        JsonObject nobody = without("sub");
        nobody.remove("upn");
        tokens.put("nobody's", good(nobody));
    }

    private void misspelt() {
        String token = good(claims());
        String[] parts = token.split("\\.");
        String other = good(claims().put("sub", "other@example.org")).split("\\.")[2];
        tokens.put("without a signature", parts[0] + "." + parts[1]);
        tokens.put("with an empty signature", parts[0] + "." + parts[1] + ".");
        tokens.put("with another's signature", parts[0] + "." + parts[1] + "." + other);
        tokens.put(
                "with changed claims",
                parts[0] + "."
                        + encode(claims().put("orgs", JsonArray.of(7, 8))
                                .encode()
                                .getBytes(UTF_8)) + "." + parts[2]);
        tokens.put("cut", token.substring(0, token.length() - 8));
        tokens.put("longer", token + "AAAA");
        tokens.put("with a fourth part", token + ".x");
        tokens.put("with an empty fourth part", token + ".");
        tokens.put("with an empty first part", "." + token);
        tokens.put("two of them", token + "." + token);
        tokens.put("the signature alone", ".." + parts[2]);
        tokens.put("a word", "nonsense");
        tokens.put("three letters", "a.b.c");
        tokens.put("dots", "..");
    }

    private String claimed(String name, String value) {
        JsonObject rest = without(name);
        return raw(
                header("RS256").encode(),
                "{\"" + name + "\":" + value.replace('\'', '"') + ","
                        + rest.encode().substring(1));
    }

    private static Object value(String json) {
        return new JsonObject("{\"x\":" + json.replace('\'', '"') + "}").getValue("x");
    }

    private String good(JsonObject claims) {
        return ours(header("RS256").put("typ", "JWT"), claims.encode());
    }

    private String ours(JsonObject header, String payload) {
        return raw(header.encode(), payload);
    }

    private String raw(String header, String payload) {
        return signed(header, payload, RS256, key);
    }

    private String strangers(JsonObject header) {
        return strangersWith(header, claims().encode());
    }

    private static String strangersWith(JsonObject header, String payload) {
        return signed(header.encode(), payload, RS256, STRANGER.key());
    }

    /** With the public key, as anyone can. */
    private String encrypted(String payload, String contentType) {
        try {
            var encryption = new JsonWebEncryption();
            encryption.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.RSA_OAEP_256);
            encryption.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_128_GCM);
            encryption.setKeyIdHeaderValue(keyId);
            if (contentType != null) {
                encryption.setContentTypeHeaderValue(contentType);
            }
            encryption.setKey(publicKey);
            encryption.setPayload(payload);
            return encryption.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonObject header(String algorithm) {
        return new JsonObject().put("alg", algorithm).put("kid", keyId);
    }

    private JsonObject claims() {
        return new JsonObject()
                .put("iss", "fettle")
                .put("sub", "connector@example.org")
                .put("upn", "connector@example.org")
                .put("groups", JsonArray.of(role))
                .put("orgs", JsonArray.of(ORGANISATION))
                .put("iat", now())
                .put("exp", now() + 600);
    }

    private JsonObject without(String claim) {
        JsonObject claims = claims();
        claims.remove(claim);
        return claims;
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
