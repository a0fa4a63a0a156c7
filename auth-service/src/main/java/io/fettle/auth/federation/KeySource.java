package io.fettle.auth.federation;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jose4j.http.Get;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Where an issuer's keys are: at a given address, or where its metadata say (OpenID Connect Discovery section 4). */
final class KeySource {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int MOST_BYTES = 1 << 18;

    private final String issuer;
    private final Optional<String> address;
    private final Get http = new Get();

    KeySource(String issuer, Optional<URI> address) {
        this.issuer = SecureAddress.require(issuer);
        this.address = address.map(URI::toString).map(SecureAddress::require);
        http.setConnectTimeout(CONNECT_MILLIS);
        http.setReadTimeout(READ_MILLIS);
        http.setRetries(0);
        http.setResponseBodySizeLimit(MOST_BYTES);
    }

    /** Blocks. */
    List<JsonWebKey> fetch() throws IOException, JoseException {
        String keys = address.isPresent() ? address.get() : discover();
        return new JsonWebKeySet(http.get(keys).getBody()).getJsonWebKeys();
    }

    private String discover() throws IOException, JoseException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        Map<String, Object> metadata = JsonUtil.parseJson(
                http.get(base + "/.well-known/openid-configuration").getBody());
        if (!issuer.equals(metadata.get("issuer"))) {
            throw new IOException("The metadata are of another issuer");
        }
        return SecureAddress.require(String.valueOf(metadata.get("jwks_uri")));
    }
}
