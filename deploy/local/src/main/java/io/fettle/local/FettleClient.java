package io.fettle.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Calls the platform as its clients do: over HTTP, through the gateway, with credentials. */
public final class FettleClient {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private final String gateway;
    private final String authorization;

    private FettleClient(String gateway, String authorization) {
        this.gateway = gateway;
        this.authorization = authorization;
    }

    /** What was answered. @param body a missing node when it was no JSON */
    public record Answer(int status, JsonNode body) {

        public boolean isSuccess() {
            return status == 200;
        }

        /** @throws IOException with the answer, when it is not a success */
        public Answer require(String what) throws IOException {
            if (!isSuccess()) {
                throw new IOException(what + " was answered with " + status + " " + body);
            }
            return this;
        }
    }

    /** Sends name and password with every call. */
    public static FettleClient basic(String gateway, String email, String password) {
        String credentials = email + ":" + password;
        byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
        return new FettleClient(gateway, "Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    /** Gets a token for name and password, and sends that. */
    public static FettleClient bearer(String gateway, String email, String password) throws IOException {
        String form = "grant_type=password&username=" + encode(email) + "&password=" + encode(password);
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + "/token"))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        JsonNode token = send(request).require("POST /token").body();
        return new FettleClient(gateway, "Bearer " + token.path("access_token").asText());
    }

    /** The header of that name, as it is sent with every call. */
    public String authorization() {
        return authorization;
    }

    public Answer get(String path) throws IOException {
        return call("GET", path, null);
    }

    public Answer post(String path, JsonNode body) throws IOException {
        return call("POST", path, body);
    }

    public Answer put(String path, JsonNode body) throws IOException {
        return call("PUT", path, body);
    }

    private Answer call(String method, String path, JsonNode body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(LIMIT)
                .header("Authorization", authorization)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.build());
    }

    private static Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
