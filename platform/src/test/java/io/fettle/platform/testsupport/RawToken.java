package io.fettle.platform.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token made of parts exactly as they are given, which no library would write. */
final class RawToken {

    private RawToken() {}

    /** @param algorithm as the JDK names it, such as {@code SHA256withRSA} */
    static String signed(String header, String payload, String algorithm, PrivateKey key) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(unsigned(header, payload).getBytes(UTF_8));
            return unsigned(header, payload) + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param bits of the hash: 256, 384 or 512 */
    static String keyed(String header, String payload, int bits, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA" + bits);
            mac.init(new SecretKeySpec(secret, "HMAC"));
            return unsigned(header, payload) + "."
                    + encode(mac.doFinal(unsigned(header, payload).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The two parts that a signature is about. */
    static String unsigned(String header, String payload) {
        return encode(header.getBytes(UTF_8)) + "." + encode(payload.getBytes(UTF_8));
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
