package io.fettle.gateway.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import io.vertx.core.json.JsonObject;

/** How often the auth service was asked for a token. */
final class Exchanges {

    /** @param credentials the user, or the foreign token */
    static int of(URI auth, String credentials) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(auth.resolve("/exchanges")).build();
        return new JsonObject(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .getInteger(credentials, 0);
    }

    private Exchanges() {}
}
