package io.fettle.auth.token;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The services that may get a token of their own. */
@ConfigMapping(prefix = "fettle.auth")
interface ServiceClientConfig {

    /** {@code name:secret} of each ({@code FETTLE_AUTH_SERVICE_CLIENTS}, separated by commas). */
    Optional<List<String>> serviceClients();
}
