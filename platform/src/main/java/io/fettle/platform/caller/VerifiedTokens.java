package io.fettle.platform.caller;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.mutiny.Uni;

/**
 * Remembers for a short while which access tokens were verified: a connector sends the same one with every call. An unknown
 * one is verified by the library, on a thread that may wait for the keys; a known one costs no change of threads.
 */
@ApplicationScoped
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    /** A token whose key was withdrawn passes this long at most. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Cache<String, SecurityIdentity> verified = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .executor(Runnable::run)
            .build();

    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Asked before the library, which has the usual 1 above the first. */
    @Override
    public int priority() {
        return SYSTEM_FIRST + 100;
    }

    /** No identity leaves the token to the library. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        SecurityIdentity known = verified.getIfPresent(request.getToken().getToken());
        return Uni.createFrom().item(known == null || hasExpired(known) ? null : known);
    }

    private boolean hasExpired(SecurityIdentity identity) {
        return clock.instant().getEpochSecond() >= ((JWTCallerPrincipal) identity.getPrincipal()).getExpirationTime();
    }

    /** Keeps what the library has verified. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(
                        identity.getPrincipal() instanceof JWTCallerPrincipal principal
                                        && !(principal instanceof VerifiedPrincipal)
                                ? remember(identity, principal)
                                : identity);
    }

    private SecurityIdentity remember(SecurityIdentity identity, JWTCallerPrincipal principal) {
        SecurityIdentity remembered = QuarkusSecurityIdentity.builder()
                .setPrincipal(new VerifiedPrincipal(principal))
                .addRoles(identity.getRoles())
                .build();
        verified.put(principal.getRawToken(), remembered);
        return remembered;
    }

    /** A token with its claims at hand. The library's own looks each one up by way of an exception. */
    private static final class VerifiedPrincipal extends JWTCallerPrincipal {

        private final String name;
        private final Map<String, Object> claims = new HashMap<>();

        VerifiedPrincipal(JWTCallerPrincipal principal) {
            super(principal.getRawToken(), "JWT");
            this.name = principal.getName();
            principal.getClaimNames().forEach(claim -> claims.put(claim, principal.getClaim(claim)));
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        protected Object getClaimValue(String claim) {
            return claims.get(claim);
        }

        @Override
        protected Set<String> doGetClaimNames() {
            return claims.keySet();
        }
    }
}
