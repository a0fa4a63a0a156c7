package io.fettle.dag.host;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;

/** The access token this service calls others with. Got when it is first needed, so that auth-service may be away. */
@ApplicationScoped
class ServiceToken {

    private final OidcClient client;
    private volatile Tokens current;

    ServiceToken(OidcClient client) {
        this.client = client;
    }

    Uni<String> get() {
        Tokens tokens = current;
        return tokens == null || tokens.isAccessTokenExpired() || tokens.isAccessTokenWithinRefreshInterval()
                ? client.getTokens().invoke(fresh -> current = fresh).map(Tokens::getAccessToken)
                : Uni.createFrom().item(tokens.getAccessToken());
    }

    /** The token was refused: the next call gets another. */
    void forget() {
        current = null;
    }
}
