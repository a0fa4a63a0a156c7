package io.fettle.auth.key;

import io.smallrye.config.ConfigMapping;

/** Protection of the signing keys at rest. */
@ConfigMapping(prefix = "fettle.auth")
interface KeyConfig {

    /** The AES-256 key that signing keys are encrypted with: 32 bytes in base64 ({@code FETTLE_AUTH_MASTER_KEY}). */
    String masterKey();
}
