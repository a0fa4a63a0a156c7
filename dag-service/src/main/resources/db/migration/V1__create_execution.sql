-- What was asked to be executed, and how it ended. The id is the interaction id that callers and events know.
create table execution (
    id bigint not null,
    org integer not null,
    ticket_number text,
    runbook_id text,
    requested_by text not null,
    requested_at timestamptz not null,
    outcome text,
    message text,
    ended_at timestamptz,
    constraint pk_execution primary key (id),
    constraint uq_execution_org unique (id, org),
    constraint ck_execution_outcome check (outcome in ('SUCCESSFUL', 'FAILED', 'TIMED_OUT', 'REFUSED', 'UNKNOWN')),
    constraint ck_execution_ended check ((outcome is null) = (ended_at is null))
);
