package io.fettle.auth.token;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.fettle.platform.openapi.DocumentedAnswers;

/** What a client may expect of this authorisation server (contract section 2, RFC 8414). */
@Path(".well-known/openid-configuration")
@Tag(name = "Token")
public class MetadataResource {

    private static final String EXAMPLE = """
            {
              "issuer": "fettle",
              "token_endpoint": "https://fettle.example.org/token",
              "jwks_uri": "https://fettle.example.org/.well-known/jwks.json",
              "grant_types_supported": ["password", "client_credentials"],
              "response_types_supported": [],
              "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"]
            }""";

    /** Only what is there: no authorisation endpoint, no id tokens. */
    public record Metadata(
            String issuer,
            @JsonProperty("token_endpoint") URI tokenEndpoint,
            @JsonProperty("userinfo_endpoint") URI userInfoEndpoint,
            @JsonProperty("jwks_uri") URI keys,
            @JsonProperty("grant_types_supported") List<String> grantTypes,
            @JsonProperty("response_types_supported") List<String> responseTypes,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> clientAuthentication) {}

    private final Optional<URI> publicUrl;
    private final TokenExchange exchange;

    /** @param publicUrl the gateway's address; without it, the address that the caller used */
    MetadataResource(@ConfigProperty(name = "fettle.auth.public-url") Optional<URI> publicUrl, TokenExchange exchange) {
        this.publicUrl = publicUrl;
        this.exchange = exchange;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "Token_Metadata",
            summary = "Addresses and abilities of the token endpoint",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = EXAMPLE, parseValue = true))
    @APIResponse(responseCode = "200", description = "Metadata of RFC 8414")
    public Metadata metadata(@Context UriInfo uri) {
        URI base = publicUrl.orElse(uri.getBaseUri());
        return new Metadata(
                Tokens.ISSUER,
                base.resolve("/token"),
                base.resolve("/userinfo"),
                base.resolve("/.well-known/jwks.json"),
                Stream.concat(Stream.of("password", "client_credentials"), exchange.grantTypes().stream())
                        .toList(),
                List.of(),
                List.of("client_secret_basic", "client_secret_post"));
    }
}
