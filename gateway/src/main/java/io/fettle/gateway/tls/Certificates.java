package io.fettle.gateway.tls;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import nl.altindag.ssl.util.KeyManagerUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The certificate of the public port, whose files are read again and again: it can be renewed while calls come in. The
 * framework's own reload is not used, for it drops the connections that are made while it is under way.
 */
@ApplicationScoped
class Certificates implements HttpServerOptionsCustomizer {

    private static final Logger LOG = Logger.getLogger(Certificates.class);

    private final TlsConfigurationRegistry registry;
    private final Optional<String> name;
    private final Duration interval;
    private final Vertx vertx;

    Certificates(
            TlsConfigurationRegistry registry,
            @ConfigProperty(name = "quarkus.http.tls-configuration-name") Optional<String> name,
            @ConfigProperty(name = "fettle.gateway.certificate-interval") Duration interval,
            Vertx vertx) {
        this.registry = registry;
        this.name = name;
        this.interval = interval;
        this.vertx = vertx;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        TlsConfiguration.from(registry, name).ifPresent(files -> use(files, options));
    }

    private void use(TlsConfiguration files, HttpServerOptions options) {
        X509ExtendedKeyManager used = KeyManagerUtils.createSwappableKeyManager(keys(files));
        options.setKeyCertOptions(KeyCertOptions.wrap(used));
        vertx.setPeriodic(
                interval.toMillis(),
                tick -> vertx.executeBlocking(() -> {
                    readAgain(files, used);
                    return null;
                }));
    }

    private void readAgain(TlsConfiguration files, X509ExtendedKeyManager used) {
        if (files.reload()) {
            KeyManagerUtils.swapKeyManager(used, keys(files));
        } else {
            LOG.error("The files of the certificate and its key cannot be read; those read before are used on");
        }
    }

    private X509KeyManager keys(TlsConfiguration files) {
        try {
            return Arrays.stream(files.getKeyStoreOptions()
                            .getKeyManagerFactory(vertx)
                            .getKeyManagers())
                    .filter(X509KeyManager.class::isInstance)
                    .map(X509KeyManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new GeneralSecurityException("There is no key"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
