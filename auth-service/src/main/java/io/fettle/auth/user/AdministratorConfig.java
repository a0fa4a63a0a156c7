package io.fettle.auth.user;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The first administrator (contract section 13), from {@code FETTLE_ADMIN_EMAIL} and {@code FETTLE_ADMIN_PASSWORD}. */
@ConfigMapping(prefix = "fettle.admin")
interface AdministratorConfig {

    /** Without it no administrator is made. */
    Optional<String> email();

    /** In force from each start on. */
    Optional<String> password();
}
