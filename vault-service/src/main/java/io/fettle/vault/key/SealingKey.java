package io.fettle.vault.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256-GCM. It is the JDK's own: one algorithm in one fixed form needs no library in the process that
 * holds every secret.
 *
 * <p>What is sealed is bound to a place ({@code secret/7/1/db-password}) and opens for that place only. Its form is 12
 * bytes of nonce, the ciphertext, and 16 bytes of tag. Random nonces are safe for 2^32 values under one key.
 */
public final class SealingKey {

    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    /** @param bytes 32 of them */
    SealingKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, "AES");
    }

    static byte[] randomBytes() {
        return random(KEY_BYTES);
    }

    public byte[] seal(byte[] plain, String place) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not work here", e);
        }
    }

    /** @throws IllegalStateException if it was not sealed with this key for this place, or has been changed */
    public byte[] open(byte[] sealed, String place) {
        try {
            if (sealed.length < NONCE_BYTES + TAG_BYTES) {
                throw new GeneralSecurityException("It is too short");
            }
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), place)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is stored as " + place + " was not sealed as that", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
