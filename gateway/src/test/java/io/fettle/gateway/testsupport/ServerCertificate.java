package io.fettle.gateway.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import org.eclipse.microprofile.config.ConfigProvider;

/** The gateway's certificate, as files that can be renewed while it runs. */
public final class ServerCertificate {

    private static final String CERTIFICATE = "quarkus.tls.public.key-store.pem.0.cert";
    private static final String KEY = "quarkus.tls.public.key-store.pem.0.key";

    /** Makes the files. @return where the gateway finds them, and how often it looks */
    static Map<String, String> make() {
        try {
            Path folder = Files.createTempDirectory("fettle-tls");
            generate(folder);
            return Map.of(
                    CERTIFICATE,
                    folder.resolve("gateway.crt").toString(),
                    KEY,
                    folder.resolve("gateway.key").toString(),
                    "quarkus.http.tls-configuration-name",
                    "public",
                    "fettle.gateway.certificate-interval",
                    "200ms");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes another certificate and key in place of those that the gateway has. */
    public static void renew() {
        generate(certificate().getParent());
    }

    /** The one in the file. */
    public static X509Certificate read() {
        try (InputStream in = Files.newInputStream(certificate())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a caller that takes this certificate and no other. */
    public static SSLContext trusting(X509Certificate certificate) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("gateway", certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path certificate() {
        return ConfigProvider.getConfig().getValue(CERTIFICATE, Path.class);
    }

    private static void generate(Path folder) {
        try {
            new CertificateGenerator(folder, true)
                    .generate(new CertificateRequest()
                            .withName("gateway")
                            .withCN("localhost")
                            .withFormat(Format.PEM));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ServerCertificate() {}
}
