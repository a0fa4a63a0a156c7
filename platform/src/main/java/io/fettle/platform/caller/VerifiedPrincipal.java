package io.fettle.platform.caller;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;

/** A verified token with its claims at hand. The library's own looks each one up by way of an exception. */
final class VerifiedPrincipal extends JWTCallerPrincipal {

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
