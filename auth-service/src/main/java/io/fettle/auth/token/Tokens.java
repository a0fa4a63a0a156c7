package io.fettle.auth.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.jwt.build.Jwt;

import io.fettle.auth.grant.Grants;
import io.fettle.auth.key.SigningKeys;
import io.fettle.auth.user.Identity;
import io.fettle.platform.caller.Caller;

/** Issues access tokens: RS256, with the claims that every service reads. */
@ApplicationScoped
class Tokens {

    static final String ISSUER = "fettle";

    /** One second under a day, as the contract's {@code expires_in} says. */
    private static final Duration LIFETIME = Duration.ofSeconds(86399);

    private final SigningKeys keys;
    private final Clock clock;

    Tokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    Token issue(Identity identity) {
        return issue(identity, Instant.MAX);
    }

    /** @param until when the proof of the identity expires; the token lives no longer */
    Token issue(Identity identity, Instant until) {
        Instant now = clock.instant();
        Instant latest = now.plus(LIFETIME);
        Instant expires = until.isBefore(latest) ? until : latest;
        var key = keys.signing();
        var claims = Jwt.issuer(ISSUER)
                .subject(identity.name())
                .upn(identity.name())
                .groups(identity.roles())
                .claim(Caller.ORGANISATIONS, identity.orgs())
                .issuedAt(now)
                .expiresAt(expires);
        if (identity.grant() != null) {
            claims.claim(Grants.CLAIM, identity.grant());
        }
        String token = claims.jws().keyId(key.id()).sign(key.privateKey());
        return new Token(token, "bearer", Duration.between(now, expires).toSeconds(), null);
    }
}
