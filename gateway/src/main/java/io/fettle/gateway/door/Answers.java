package io.fettle.gateway.door;

import java.util.List;
import java.util.concurrent.CompletionException;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import org.jboss.logging.Logger;

import io.fettle.gateway.failure.Refusal;
import io.fettle.platform.error.Family;

/** The one place where a failure becomes an answer: the envelope of its family, and a log line if the fault is ours. */
@Singleton
class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private static final long PATIENCE_MILLIS = 5_000;

    private final ObjectMapper json;
    private final Vertx vertx;

    Answers(ObjectMapper json, Vertx vertx) {
        this.json = json;
        this.vertx = vertx;
    }

    /** Answers a call that went wrong; if its answer has begun already, the connection is all that can be ended. */
    void fail(HttpServerRequest request, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (request.response().headWritten() || request.response().closed()) {
            LOG.debugf(cause, "%s %s broke off", request.method(), request.path());
            breakOff(request);
        } else if (cause instanceof Refusal refusal) {
            refuse(request, refusal);
        } else {
            LOG.errorf(cause, "%s %s failed", request.method(), request.path());
            end(request, 500, "The call failed for a reason of ours; it is logged");
        }
    }

    /** Over HTTP/1 a reset would close the connection too, but tell no one, and the call would count as under way for ever. */
    private static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    private void refuse(HttpServerRequest request, Refusal refusal) {
        HttpServerResponse response = request.response();
        refusal.headers().forEach(response::putHeader);
        if (refusal.status() == 401) {
            response.headers().add("WWW-Authenticate", "Bearer").add("WWW-Authenticate", "Basic realm=\"fettle\"");
        }
        if (request.version() != HttpVersion.HTTP_2) {
            endConnection(request, refusal);
        }
        end(request, refusal.status(), refusal.getMessage());
    }

    private static void endConnection(HttpServerRequest request, Refusal refusal) {
        if (refusal.isLast()) {
            LastAnswer.begin(request.connection());
        }
        if (refusal.isLast() || refusal.status() == 408) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    private void end(HttpServerRequest request, int status, String message) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(body(request, status, message))
                .onSuccess(written -> discardRest(request));
    }

    /** Reads what is left of the body, so that the caller comes to read the answer; but not for long. */
    private void discardRest(HttpServerRequest request) {
        if (!request.isEnded()) {
            long patience = vertx.setTimer(PATIENCE_MILLIS, late -> breakOff(request));
            request.endHandler(end -> vertx.cancelTimer(patience));
            request.handler(chunk -> {}).resume();
        }
    }

    private String body(HttpServerRequest request, int status, String message) {
        String path = request.uri().split("\\?", 2)[0].replaceAll("/+", "/");
        try {
            return json.writeValueAsString(
                    Family.of(request.method().name(), path).failure(status, message, List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
