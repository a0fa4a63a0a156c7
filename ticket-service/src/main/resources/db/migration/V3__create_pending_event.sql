-- How the relay sees transitions (platform: Relay). The bodies have the form of docs/events/ticket-*.json.
create view outbox as select id, published_at from transition;

create view pending_event as
select
    id,
    event_id,
    'ticket-transition' as channel,
    concat_ws(':', org, module, sys_id) as key,
    transition.lane,
    type,
    at as occurred_at,
    case type
        when 'Collected' then json_build_object(
            'type', type,
            'eventId', event_id,
            'occurredAt', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'ticket', json_build_object('org', org, 'module', module, 'sysId', sys_id),
            'version', transition.version,
            'ticketNumber', ticket_number,
            'resolved', resolved_date is not null,
            'fields', jsonb_strip_nulls(jsonb_build_object(
                'TicketNumber', ticket_number,
                'Summary', summary,
                'Description', description,
                'AssignedGroup', assigned_group,
                'StatusCode', status_code,
                'sys_id', sys_id)) || cols)
        else json_build_object(
            'type', type,
            'eventId', event_id,
            'occurredAt', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'ticket', json_build_object('org', org, 'module', module, 'sysId', sys_id),
            'version', transition.version,
            'ticketNumber', ticket_number,
            'from', from_status,
            'to', to_status,
            'reason', reason,
            'actor', actor,
            'interactionId', interaction_id)
    end::text as data
from transition
join ticket using (org, module, sys_id)
where published_at is null and type is not null;
