package io.fettle.platform.caller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.quarkus.arc.ClientProxy;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.fettle.platform.testsupport.TestTokens;

@QuarkusTest
class VerifiedTokensTest {

    @Inject
    VerifiedTokens tokens;

    @Inject
    @Any
    Instance<IdentityProvider<?>> providers;

    @Test
    void whatIsRememberedIsAskedBeforeTheLibrary() {
        assertThat(providers.stream()
                        .filter(provider -> provider.getRequestType() == TokenAuthenticationRequest.class)
                        .max(Comparator.comparingInt(IdentityProvider::priority))
                        .map(provider -> (Object) ClientProxy.unwrap(provider)))
                .contains(ClientProxy.unwrap(tokens));
    }

    @Test
    void aTokenIsKnownOnceTheLibraryHasVerifiedIt() {
        String token = TestTokens.of(7, Role.TICKETS_READ);
        assertThat(known(token)).isNull();
        given().auth().oauth2(token).get("/v2/probe/orgentityid/7").then().statusCode(200);
        assertThat(known(token).getRoles()).containsExactly(Role.TICKETS_READ);
    }

    @Test
    void aTokenThatIsNotOursIsNeverKnown() {
        String token = TestTokens.of(7, Role.TICKETS_READ) + "x";
        given().auth().oauth2(token).get("/v2/probe/orgentityid/7").then().statusCode(401);
        assertThat(known(token)).isNull();
    }

    private SecurityIdentity known(String token) {
        return tokens.authenticate(new TokenAuthenticationRequest(new TokenCredential(token, "bearer")), null)
                .await()
                .indefinitely();
    }
}
