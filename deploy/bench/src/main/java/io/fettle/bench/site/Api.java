package io.fettle.bench.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

import io.fettle.local.Tenant;

/** The gateway as one organisation's connector calls it: with a token, over connections that stay open. */
public final class Api {

    /** Answers are taken in the thread that reads them: a pool's hops would be measured with the calls. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .build();

    private final Tenant tenant;
    private final String authorization;

    public Api(Tenant tenant) throws IOException {
        this.tenant = tenant;
        this.authorization = tenant.bearer().authorization();
    }

    /** The header of that name. */
    public String authorization() {
        return authorization;
    }

    public URI incidents() {
        return URI.create(tenant.gateway() + "/v2/incident/orgentityid/" + tenant.org());
    }

    /** What comes before a ticket's number where its status is asked for. */
    public String statusBefore() {
        return tenant.gateway() + "/v2/incident/TicketStatus/";
    }

    /** What comes behind it. */
    public String statusBehind() {
        return "/" + tenant.org();
    }

    /** Where a ticket's status is asked for. */
    public URI statusOf(String number) {
        return URI.create(statusBefore() + number + statusBehind());
    }

    /** Pushes an array of incidents. Fails when it is not accepted. */
    public CompletableFuture<Void> push(byte[] incidents) {
        return call(HttpRequest.newBuilder(incidents())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(incidents)))
                .thenAccept(answer -> {});
    }

    /** What the gateway answers to the question for a ticket's status. */
    public CompletableFuture<String> status(String number) {
        return call(HttpRequest.newBuilder(statusOf(number)));
    }

    private CompletableFuture<String> call(HttpRequest.Builder request) {
        return http.sendAsync(request.header("Authorization", authorization).build(), BodyHandlers.ofString())
                .thenApply(Api::accepted);
    }

    private static String accepted(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Answered with " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
