package io.fettle.gateway.tls;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/** HTTP/2 is spoken where TLS has agreed on it. In clear text an upgrade to it would be one more way to say what a call is. */
@ApplicationScoped
class Protocols implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
