package io.fettle.platform.testsupport;

import java.util.List;
import java.util.Set;

import io.smallrye.jwt.build.Jwt;

import io.fettle.platform.caller.Caller;

/** Access tokens as the auth service makes them, signed with the key of {@link TestKeys}. */
public final class TestTokens {

    private TestTokens() {}

    /** A token of a user that belongs to one organisation. */
    public static String of(int organisation, String... roles) {
        return Jwt.issuer("fettle")
                .upn("connector@example.org")
                .subject("connector@example.org")
                .groups(Set.of(roles))
                .claim(Caller.ORGANISATIONS, List.of(organisation))
                .expiresIn(600)
                .jws()
                .keyId(TestKeys.ID)
                .sign();
    }
}
