package io.fettle.auth.user;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What hashing a password costs. The defaults are the least that OWASP recommends for Argon2id. */
@ConfigMapping(prefix = "fettle.auth.password")
interface PasswordConfig {

    /** Memory of one hash in KiB. */
    @WithDefault("19456")
    int memory();

    /** Passes over that memory. */
    @WithDefault("2")
    int iterations();

    @WithDefault("1")
    int parallelism();

    /** Hashes at the same time. Each takes {@link #memory} of the heap. */
    @WithDefault("2")
    int threads();

    /** Hashes under way and waiting; a call beyond them is answered 503 at once. */
    @WithDefault("64")
    int queue();
}
