package io.fettle.vault.key;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Protection of the secrets at rest. */
@ConfigMapping(prefix = "fettle.vault")
interface KeyConfig {

    /** The AES-256 key that data keys are encrypted with: 32 bytes in base64 ({@code FETTLE_VAULT_MASTER_KEY}). */
    Optional<String> masterKey();
}
