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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.dag.host.Host;
import io.fettle.dag.host.Hosts;
import io.fettle.dag.worker.Worker;
import io.fettle.platform.Ids;
import io.fettle.platform.caller.Caller;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.ServiceException;

/** Starts executions and tells how far they are (contract section 8). */
@Path("api/v1")
@Tag(name = "DAG")
public class ExecutionResource {

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
    @Operation(operationId = "DAG_Execute", summary = "Starts a command on a host of the organisation")
    public Uni<Accepted> execute(
            @RestPath int org,
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "command",
                                                            value =
                                                                    "{\"extra_vars\":{\"command_to_execute\":\"uname -a\",\"target_host\":\"Myhost\"}}")))
                    ExecuteForm form) {
        requirePossible(form);
        String requester = caller.name();
        return hosts.find(org, form.host())
                .map(host -> host.orElseThrow(ServiceException::forbidden))
                .map(host -> execution(org, form, host, requester))
                .call(executions::add)
                .invoke(worker::wake)
                .map(execution -> new Accepted(String.valueOf(execution.id())));
    }

    @GET
    @Path("status/{org}/{interactionId}")
    @RolesAllowed({Role.RUNBOOKS_RUN, Role.TICKETS_READ})
    @Operation(operationId = "DAG_Status", summary = "Tells how far an execution is, and what its nodes printed")
    public Uni<ExecutionStatus> status(@RestPath int org, @RestPath String interactionId) {
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
