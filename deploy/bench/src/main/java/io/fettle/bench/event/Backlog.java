package io.fettle.bench.event;

import java.io.IOException;

import io.fettle.bench.site.Database;

/** Transitions of the ticket service that Kafka does not have yet, and whether its relay may begin. */
final class Backlog {

    private final Database database;

    Backlog(Database database) {
        this.database = database;
    }

    /** Takes all lanes, so that the relay has none once it asks for them again, each second. */
    void hold() throws IOException {
        database.execute(
                "update ticket.relay_lane set owner = gen_random_uuid(), expires_at = now() + interval '1 day'");
    }

    void release() throws IOException {
        database.execute("update ticket.relay_lane set owner = null, expires_at = '-infinity'");
    }

    /**
     * Gives tickets of the organisation ten transitions each, as if a hundred tickets at a time were on their way.
     *
     * @return how many transitions
     */
    long fill(int org, int tickets) throws IOException {
        database.execute("truncate ticket.transition, ticket.pending_transition");
        database.update("""
                insert into ticket.transition (org, module, sys_id, version, type, from_status, to_status, at, reason,
                    actor)
                select org, module, sys_id, step.version,
                    case when step.version = 1 then 'Collected' else 'Moved' end,
                    lag(step.status) over (partition by sys_id order by step.version),
                    step.status,
                    now() + step.version * interval '1 millisecond',
                    case when step.version = 1 then 'Arrived' else 'Runbook Restart print spooler was chosen' end,
                    case when step.version = 1 then 'connector@example.com' else 'runbook-service' end
                from ticket.ticket
                cross join unnest(array['DATA_COLLECTED', 'PICKED_FOR_RECOMMENDATION', 'MOVE_TO_PARSING',
                    'PICKED_FOR_PARSING', 'PICKED_FOR_IN_PROGRESS', 'MOVE_TO_ASSIGNATION_DECISION',
                    'PENDING_FOR_APPROVAL', 'MARKED_FOR_EXECUTION', 'EXECUTION_FAILED', 'MARKED_FOR_RELEASE'])
                    with ordinality as step (status, version)
                where org = ? and substr(ticket_number, 4)::integer < ?
                """, org, tickets);
        long events = database.update("""
                insert into ticket.pending_transition (lane, org, module, sys_id, version, event_id, type, at, data)
                select place % 16, org, module, sys_id, transition.version, event_id, type, at,
                    format(
                        '{"type":"%s","eventId":"%s","occurredAt":"%s","ticket":{"org":%s,"module":%s,"sysId":"%s"},'
                            '"version":%s,"ticketNumber":"%s",%s}',
                        type, event_id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), org, module, sys_id,
                        transition.version, ticket_number,
                        case when type = 'Moved'
                            then format(
                                '"from":"%s","to":"%s","reason":"%s","actor":"%s","interactionId":null',
                                from_status, to_status, reason, actor)
                            else '"resolved":false,"fields":' || (cols || jsonb_build_object(
                                'TicketNumber', ticket_number, 'Summary', summary, 'Description', description,
                                'AssignedGroup', assigned_group, 'StatusCode', status_code, 'sys_id', sys_id))::text
                        end)
                from ticket.transition
                join ticket.ticket using (org, module, sys_id)
                cross join lateral (select substr(ticket_number, 4)::integer as place) as numbered
                where org = ?
                order by place / 100, transition.version, place
                """, org);
        database.execute("analyze ticket.transition, ticket.pending_transition");
        return events;
    }
}
