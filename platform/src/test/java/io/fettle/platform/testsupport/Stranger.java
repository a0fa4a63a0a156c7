package io.fettle.platform.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** Someone with a key and a certificate of their own. */
record Stranger(PrivateKey key, X509Certificate certificate) {

    private static final String PASSWORD = "stranger";

    /** The JDK makes certificates with its keytool alone. */
    static Stranger appear() {
        try {
            Path folder = Files.createTempDirectory("stranger");
            Path store = folder.resolve("keys.p12");
            int status = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "RSA",
                            "-alias",
                            "key",
                            "-dname",
                            "CN=fettle",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            store.toString())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("keytool ended with " + status);
            }
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            Files.delete(store);
            Files.delete(folder);
            return new Stranger((PrivateKey) keys.getKey("key", PASSWORD.toCharArray()), (X509Certificate)
                    keys.getCertificate("key"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
