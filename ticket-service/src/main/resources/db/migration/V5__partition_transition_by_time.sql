-- A history that is never changed, and of which what is old enough can be dropped at once: one partition a month. What Kafka
-- does not have yet stands in a short list of its own, so that a transition is written once and its mark costs little.
alter view pending_event rename to old_pending_event;
drop view outbox;

alter table transition rename to old_transition;
alter table old_transition rename constraint pk_transition to pk_old_transition;

create table transition (
    org integer not null,
    module smallint not null,
    sys_id text collate "C" not null,
    version bigint not null, -- counts a ticket's transitions from 1, without gaps
    event_id uuid not null default gen_random_uuid(),
    type text, -- of the event; null for a remark, which tells nothing to others
    from_status text,
    to_status text not null,
    at timestamptz not null,
    reason text,
    actor text not null,
    interaction_id text,
    constraint pk_transition primary key (sys_id, org, module, version, at)
) partition by range (at);

-- Takes what no month was made for.
create table transition_default partition of transition default;

-- Makes the partition of a month, unless it is there. Times are UTC.
create function create_transition_partition(month date) returns void language plpgsql as $$
declare
    first date := date_trunc('month', month);
begin
    execute format(
        'create table if not exists %I partition of transition for values from (%L) to (%L)',
        'transition_' || to_char(first, 'YYYY_MM'),
        first::text || ' 00:00:00+00',
        (first + interval '1 month')::date::text || ' 00:00:00+00');
end
$$;

select create_transition_partition(month::date)
from (
    select date_trunc('month', at at time zone 'UTC') as month from old_transition
    union
    select date_trunc('month', now() at time zone 'UTC') + n * interval '1 month' from generate_series(0, 2) as n
) as months;

-- Events that Kafka does not have yet. Ids grow in the order in which a ticket's transitions are written.
create table pending_transition (
    id bigint generated always as identity,
    lane smallint not null, -- a share of the tickets, see the platform's relay
    org integer not null,
    module smallint not null,
    sys_id text collate "C" not null,
    version bigint not null,
    event_id uuid not null,
    type text not null,
    at timestamptz not null,
    data text, -- null for Collected, which tells the content the ticket has by then
    constraint pk_pending_transition primary key (id)
);

insert into transition
select org, module, sys_id, version, event_id, type, from_status, to_status, at, reason, actor, interaction_id
from old_transition;

insert into pending_transition (lane, org, module, sys_id, version, event_id, type, at, data)
select told.lane, org, module, sys_id, version, told.event_id, told.type, at, data
from old_transition as told
join old_pending_event using (id)
order by id;

drop view old_pending_event;
drop table old_transition;

-- How the relay sees them. The bodies have the form of docs/events/ticket-*.json. A
-- ticket's content is looked up only where it is told, one by one, whatever the planner believes of the tables' sizes.
create view pending_event as
select
    pending.id,
    event_id,
    'ticket-transition' as channel,
    concat_ws(':', org, module, sys_id) as key,
    lane,
    type,
    at as occurred_at,
    coalesce(data, (
        select json_build_object(
            'type', pending.type,
            'eventId', pending.event_id,
            'occurredAt', to_char(pending.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'ticket', json_build_object('org', org, 'module', module, 'sysId', sys_id),
            'version', pending.version,
            'ticketNumber', ticket_number,
            'resolved', resolved_date is not null,
            'fields', jsonb_strip_nulls(jsonb_build_object(
                'TicketNumber', ticket_number,
                'Summary', summary,
                'Description', description,
                'AssignedGroup', assigned_group,
                'StatusCode', status_code,
                'sys_id', sys_id)) || cols)::text
        from ticket
        where ticket.sys_id = pending.sys_id and ticket.org = pending.org and ticket.module = pending.module)) as data
from pending_transition as pending;

create function mark_published(ids bigint[]) returns void language sql as $$
    delete from pending_transition where id = any(ids)
$$;
