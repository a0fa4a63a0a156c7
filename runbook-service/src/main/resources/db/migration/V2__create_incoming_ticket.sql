-- Tickets this service was told of, with the fields its rules look at: those without a runbook are looked at again when
-- the catalogue changes.
create table incoming_ticket (
    org integer not null,
    module integer not null,
    sys_id text not null,
    ticket_number text not null,
    version bigint not null,
    fields jsonb not null,
    state text not null,
    revision bigint not null default 0, -- of the catalogue it was last compared with
    constraint pk_incoming_ticket primary key (org, module, sys_id),
    constraint ck_incoming_ticket_state check (state in ('WAITING', 'DECIDED', 'RESOLVED'))
);

create index ix_incoming_ticket_number on incoming_ticket (org, module, ticket_number);

create index ix_incoming_ticket_waiting on incoming_ticket (org, module, sys_id) where state = 'WAITING';
