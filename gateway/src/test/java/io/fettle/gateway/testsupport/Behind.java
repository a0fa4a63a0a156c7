package io.fettle.gateway.testsupport;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import org.eclipse.microprofile.config.ConfigProvider;

/** The stand-in, asked past the gateway. */
public final class Behind {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static String ask(String path) {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    public static void tell(String path, String body) {
        send(HttpRequest.newBuilder(at(path))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static URI at(String path) {
        return ConfigProvider.getConfig().getValue("fettle.auth.url", URI.class).resolve(path);
    }

    private static String send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Behind() {}
}
