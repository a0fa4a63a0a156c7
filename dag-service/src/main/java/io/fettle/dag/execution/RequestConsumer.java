package io.fettle.dag.execution;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.fettle.dag.worker.Definition;
import io.fettle.dag.worker.Worker;
import io.fettle.platform.event.Inbox;

/** Takes on the executions that runbook-service asks for. */
@ApplicationScoped
class RequestConsumer {

    private static final String REQUESTER = "runbook-service";

    private final Inbox inbox;
    private final Executions executions;
    private final Worker worker;

    RequestConsumer(Inbox inbox, Executions executions, Worker worker) {
        this.inbox = inbox;
        this.executions = executions;
        this.worker = worker;
    }

    @Incoming("runbook-execution")
    Uni<Void> on(byte[] record) {
        return inbox.accept(record, ExecutionRequest.class, this::apply).invoke(worker::wake);
    }

    private Uni<Void> apply(SqlConnection tx, ExecutionRequest request) {
        return request instanceof ExecutionRequest.Requested requested
                ? executions.add(tx, execution(requested))
                : Uni.createFrom().voidItem();
    }

    private static Execution execution(ExecutionRequest.Requested requested) {
        return new Execution(
                Long.parseLong(requested.interactionId()),
                requested.org(),
                requested.ticketNumber(),
                requested.runbookId(),
                REQUESTER,
                requested.occurredAt(),
                requested.targetHost(),
                new Definition(requested.command(), requested.parameters()),
                requested.timeout());
    }
}
