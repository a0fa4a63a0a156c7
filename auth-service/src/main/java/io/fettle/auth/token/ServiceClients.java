package io.fettle.auth.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

import io.fettle.auth.user.Identity;
import io.fettle.platform.caller.Role;

/** Our own services as clients of {@code /token}; their secrets are random and come from the configuration. */
@Singleton
@Startup
class ServiceClients {

    private final Map<String, byte[]> digests = new HashMap<>();

    ServiceClients(ServiceClientConfig config) {
        config.serviceClients().orElse(List.of()).forEach(this::add);
    }

    /** The client's identity; empty if it is unknown or the secret is wrong, after the same time. */
    Optional<Identity> verify(TokenForm.Credentials credentials) {
        byte[] expected = digests.getOrDefault(credentials.client(), new byte[0]);
        return MessageDigest.isEqual(expected, digest(credentials.secret()))
                ? Optional.of(new Identity(credentials.client(), Set.of(), Set.of(Role.SERVICE), null))
                : Optional.empty();
    }

    private void add(String client) {
        String[] parts = client.strip().split(":", 2);
        if (parts.length < 2 || !parts[0].matches("[a-z0-9-]+") || parts[1].isBlank()) {
            throw new IllegalStateException("FETTLE_AUTH_SERVICE_CLIENTS must be a list of name:secret");
        }
        digests.put(parts[0], digest(parts[1]));
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
