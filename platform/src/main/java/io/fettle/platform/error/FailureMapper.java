package io.fettle.platform.error;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an answer: the envelope of its family, and a log line if the fault is ours. */
public class FailureMapper {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class);

    @Inject
    HttpServerRequest request;

    @ServerExceptionMapper
    public Response refused(ServiceException e) {
        int status = switch (e.kind()) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case NOT_POSSIBLE -> 422;
            case TOO_LARGE -> 413;
            case UNAVAILABLE -> 503;
        };
        return answer(status, e.getMessage(), e.faults());
    }

    @ServerExceptionMapper
    public Response malformed(JsonProcessingException e) {
        return answer(400, "The body is not the JSON this call takes" + where(e.getLocation()), List.of());
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException e) {
        return refused(ServiceException.invalid(List.of(new Fault(index(e), field(e), "has the wrong type"))));
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return answer(401, "Credentials are required", List.of());
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return refused(ServiceException.forbidden());
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException e) {
        if (e.getCause() instanceof MismatchedInputException mismatch) {
            return mismatched(mismatch);
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json);
        }
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(e);
        }
        String message = e.getResponse().getStatusInfo().getReasonPhrase();
        return answer(status, message, List.of());
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        LOG.errorf(e, "%s %s failed", request.method(), request.path());
        return answer(500, "The call failed for a reason of ours; it is logged", List.of());
    }

    /** Jackson's own message can name classes. */
    private static String where(JsonLocation location) {
        return location == null ? "" : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Integer index(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getIndex)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(null);
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .reduce((outer, inner) -> outer + "." + inner)
                .orElse("The body");
    }

    private Response answer(int status, String message, List<Fault> faults) {
        var answer = Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Family.of(request.method().name(), request.path()).failure(status, message, faults));
        if (status == 401) {
            answer.header("WWW-Authenticate", "Bearer").header("WWW-Authenticate", "Basic realm=\"fettle\"");
        }
        return (status == 503 ? answer.header("Retry-After", "1") : answer).build();
    }
}
