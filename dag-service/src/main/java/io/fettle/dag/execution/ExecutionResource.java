package io.fettle.dag.execution;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.dag.host.Host;
import io.fettle.dag.host.Hosts;
import io.fettle.dag.worker.Worker;
import io.fettle.platform.Ids;
import io.fettle.platform.caller.Caller;
import io.fettle.platform.caller.Organisations;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.ServiceException;
import io.fettle.platform.openapi.DocumentedAnswers;

/** Starts executions and tells how far they are (contract section 8). */
@Path("api/v1")
@Tag(name = "DAG", description = "Executions of commands on hosts")
public class ExecutionResource {

    private static final String COMMAND = """
            {"extra_vars": {"command_to_execute": "uname -a", "target_host": "Myhost"}}""";
    private static final String ACCEPTED = "{\"id\": \"708413586174738432\"}";
    private static final String RUNNING = """
            {
              "results": [{
                "id": "708413586174738433",
                "node": "command",
                "host": "Myhost",
                "status": "Successful",
                "rc": 0,
                "stderr": "",
                "started": "2026-11-24 10:15:32.018",
                "finished": "2026-11-24 10:15:32.043",
                "event_data": {
                  "res": {
                    "stdout": "Linux Myhost 6.1.0 x86_64 GNU/Linux\\n",
                    "cmd": "uname -a",
                    "response_message": "command on Myhost ended with exit code 0"
                  }
                }
              }],
              "status": "Successful"
            }""";

    /** @param id the interaction id, decimal */
    public record Accepted(String id) {}

    private final Executions executions;
    private final Hosts hosts;
    private final Worker worker;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    ExecutionResource(Executions executions, Hosts hosts, Worker worker, Caller caller, Ids ids, Clock clock) {
        this.executions = executions;
        this.hosts = hosts;
        this.worker = worker;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @POST
    @Path("Execute/{org}")
    @RolesAllowed(Role.RUNBOOKS_RUN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "DAG_Execute",
            summary = "Starts a command on a host of the organisation",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = ACCEPTED, parseValue = true))
    @APIResponse(responseCode = "200", description = "The interaction id")
    @APIResponse(responseCode = "404", description = "There is no dag nightly-cleanup")
    public Uni<Accepted> execute(
            @RestPath int org, @RequestBody(content = @Content(example = COMMAND)) ExecuteForm form) {
        requirePossible(form);
        String requester = caller.name();
        Organisations organisations = caller.organisations();
        return hosts.find(org, form.host())
                .map(host -> host.orElseThrow(ServiceException::forbidden))
                .map(host -> execution(org, form, host, requester))
                .call(execution -> executions.add(organisations, execution))
                .invoke(worker::wake)
                .map(execution -> new Accepted(String.valueOf(execution.id())));
    }

    @GET
    @Path("status/{org}/{interactionId}")
    @RolesAllowed({Role.RUNBOOKS_RUN, Role.TICKETS_READ})
    @Operation(
            operationId = "DAG_Status",
            summary = "Tells how far an execution is, and what its nodes printed",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = RUNNING, parseValue = true))
    @APIResponse(responseCode = "200", description = "Each node that has started, in that order")
    @APIResponse(responseCode = "404", description = "There is no interaction 708413586174738432")
    public Uni<ExecutionStatus> status(
            @RestPath int org, @RestPath @Parameter(example = "708413586174738432") String interactionId) {
        return executions.status(org, interactionId);
    }

    private static void requirePossible(ExecuteForm form) {
        if (form == null) {
            throw ServiceException.invalid("A body is required");
        }
        if (form.dag() != null) {
            throw ServiceException.notFound("dag", form.dag());
        }
        form.requireComplete();
    }

    private Execution execution(int org, ExecuteForm form, Host host, String requester) {
        return new Execution(
                ids.next(), org, null, null, requester, clock.instant(), host.hostName(), form.definition(), null);
    }
}
