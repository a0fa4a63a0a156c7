package io.fettle.ticket.desk;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

import io.fettle.platform.caller.Caller;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.Saved;
import io.fettle.platform.error.V1Answer;
import io.fettle.ticket.Module;
import io.fettle.ticket.push.Ingestion;
import io.fettle.ticket.push.Partial;
import io.fettle.ticket.push.Receipt;
import io.fettle.ticket.push.Sender;
import io.fettle.ticket.read.Page;
import io.fettle.ticket.read.StoredTickets;
import io.fettle.ticket.read.TicketItem;
import io.fettle.ticket.status.HistoryItem;
import io.fettle.ticket.status.StatusItem;
import io.fettle.ticket.status.StoredStatuses;
import io.fettle.ticket.status.TicketNumbers;

/** What the calls of all modules have in common: they differ in their {@link Form} and their paths alone. */
@ApplicationScoped
public class ServiceDesk {

    private static final int V1_COLS = 5;
    private static final int V2_COLS = 20;

    private final Ingestion ingestion;
    private final StoredTickets tickets;
    private final StoredStatuses statuses;
    private final Caller caller;

    ServiceDesk(Ingestion ingestion, StoredTickets tickets, StoredStatuses statuses, Caller caller) {
        this.ingestion = ingestion;
        this.tickets = tickets;
        this.statuses = statuses;
        this.caller = caller;
    }

    /** A push in V2 (contract section 3). */
    public Uni<Saved> save(Form form, int org, HttpServerRequest request, byte[] body) {
        return push(form, org, request, body).map(receipt -> receipt.saved(form.saved()));
    }

    /** A push in V1 (contract section 3). */
    public Uni<V1Answer> saveV1(Form form, int org, HttpServerRequest request, byte[] body) {
        return push(form, org, request, body).map(Receipt::answer);
    }

    private Uni<Receipt> push(Form form, int org, HttpServerRequest request, byte[] body) {
        return ingestion.save(org, form.modules(), body, Partial.isAsked(request.query()), Sender.of(caller));
    }

    /** The tickets that the query asks for, in V2 (contract section 4). */
    public Uni<Found<List<TicketItem>>> find(Form form, int org, HttpServerRequest request) {
        return tickets.find(org, form.modules(), request.query(), V2_COLS).map(Page::found);
    }

    /** The tickets that the query asks for, in V1 (contract section 4). */
    public Uni<Page.V1> findV1(Form form, int org, HttpServerRequest request) {
        return tickets.find(org, form.modules(), request.query(), V1_COLS).map(Page::answer);
    }

    /** Where the tickets of the path are (contract section 5). */
    public Uni<Found<List<StatusItem>>> statuses(Module module, int org, HttpServerRequest request) {
        return statuses.of(org, module, TicketNumbers.inPath(request.path())).map(Found::all);
    }

    /** How the ticket of the path came there (contract section 5). */
    public Uni<Found<List<HistoryItem>>> history(Module module, int org, HttpServerRequest request) {
        return statuses.history(org, module, TicketNumbers.oneInPath(request.path()))
                .map(Found::all);
    }
}
