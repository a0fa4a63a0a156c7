package io.fettle.auth.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

/** Encrypts signing keys for the database, with AES-256-GCM. What is sealed under a name opens under that name only. */
@Singleton
class MasterKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    MasterKey(KeyConfig config) {
        key = new SecretKeySpec(decode(config.masterKey()), "AES");
    }

    /** Nonce, ciphertext and tag. */
    byte[] seal(byte[] plain, String name) {
        byte[] sealed = new byte[NONCE_BYTES + plain.length + TAG_BITS / 8];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not work here", e);
        }
    }

    /** @throws IllegalStateException if it was not sealed with this key under this name, or has been changed */
    byte[] open(byte[] sealed, String name) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), name)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("FETTLE_AUTH_MASTER_KEY does not open signing key " + name, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Fails without a cause: its message would quote the key. */
    private static byte[] decode(String base64) {
        byte[] bytes = {};
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // Told below, as a wrong length is.
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("FETTLE_AUTH_MASTER_KEY must be 32 bytes in base64");
        }
        return bytes;
    }
}
