-- What happened to each ticket, in order: at once the history people read and the events other services hear.
create table transition (
    id bigint generated always as identity,
    event_id uuid not null default gen_random_uuid(),
    org integer not null,
    module smallint not null,
    sys_id text collate "C" not null,
    version bigint not null, -- counts a ticket's transitions from 1, without gaps
    type text, -- of the event; null for a remark, which tells nothing to others
    from_status text,
    to_status text not null,
    at timestamptz not null,
    reason text,
    actor text not null,
    interaction_id text,
    lane smallint not null,
    published_at timestamptz,
    constraint pk_transition primary key (id),
    constraint uq_transition_version unique (org, module, sys_id, version)
);

create index ix_transition_pending on transition (id) where published_at is null and type is not null;

-- Steps that were asked for and are not legal from the status the ticket had: never forced, never forgotten.
create table refused_transition (
    id bigint generated always as identity,
    event_id uuid not null, -- of the event that asked
    org integer not null,
    module smallint not null,
    sys_id text collate "C" not null,
    status text, -- null if there is no such ticket
    to_status text not null,
    at timestamptz not null,
    reason text,
    actor text not null,
    interaction_id text,
    refused_at timestamptz not null,
    constraint pk_refused_transition primary key (id)
);

create index ix_refused_transition_ticket on refused_transition (org, module, sys_id);
