package io.fettle.vault.key;

import java.util.Base64;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

/** Encrypts the organisations' data keys. It comes from the environment and is stored nowhere. */
@Startup
@Singleton
class MasterKey {

    private final SealingKey key;

    /** @throws IllegalStateException if the environment gives no 32 bytes: then the service does not start */
    MasterKey(KeyConfig config) {
        key = new SealingKey(decode(config.masterKey().orElse("")));
    }

    byte[] wrap(byte[] dataKey, int org) {
        return key.seal(dataKey, place(org));
    }

    /** @throws IllegalStateException if it was wrapped with another master key or for another organisation */
    SealingKey unwrap(byte[] wrapped, int org) {
        return new SealingKey(key.open(wrapped, place(org)));
    }

    private static String place(int org) {
        return "data-key/" + org;
    }

    /** Fails without a cause: its message would quote the key. */
    private static byte[] decode(String base64) {
        byte[] bytes = {};
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // Told below, as a wrong length is.
        }
        if (bytes.length != SealingKey.KEY_BYTES) {
            throw new IllegalStateException("FETTLE_VAULT_MASTER_KEY must be 32 bytes in base64");
        }
        return bytes;
    }
}
