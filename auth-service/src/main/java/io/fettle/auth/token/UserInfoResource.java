package io.fettle.auth.token;

import java.util.List;
import java.util.Set;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.fettle.platform.caller.Caller;

/** Tells a caller as whom it is known (OpenID Connect Core section 5.3): with it an integration tries its credentials. */
@Path("userinfo")
@Tag(name = "Token")
public class UserInfoResource {

    /**
     * What the access token says, under the names it has there.
     *
     * @param subject a user's e-mail address, or a service client's name
     * @param roles as in contract section 13
     * @param organisations the numbers of those the user belongs to
     */
    public record UserInfo(
            @JsonProperty("sub") String subject,
            @JsonProperty("groups") Set<String> roles,
            @JsonProperty("orgs") List<Integer> organisations) {}

    private final JsonWebToken token;

    UserInfoResource(JsonWebToken token) {
        this.token = token;
    }

    @GET
    @Authenticated
    @Operation(operationId = "Token_UserInfo", summary = "Who the caller is, and what its token allows")
    public RestResponse<UserInfo> userInfo() {
        JsonArray organisations = token.getClaim(Caller.ORGANISATIONS);
        var userInfo = new UserInfo(
                token.getSubject(),
                token.getGroups(),
                organisations.getValuesAs(JsonNumber.class).stream()
                        .map(JsonNumber::intValue)
                        .toList());
        return ResponseBuilder.ok(userInfo)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
