-- What is done for a ticket: one runbook with its parameters, from the decision to the end of its execution.
create table interaction (
    id bigint not null,
    org integer not null,
    module integer not null,
    sys_id text not null,
    ticket_number text not null,
    runbook_id text, -- null while a person has to choose between several
    runbook_revision bigint,
    parameters jsonb not null,
    command text,
    target_host text, -- null while a parameter in it is missing
    state text not null,
    message text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint pk_interaction primary key (id),
    constraint fk_interaction_ticket foreign key (org, module, sys_id) references incoming_ticket (org, module, sys_id),
    constraint ck_interaction_state check (
        state in ('PENDING_FOR_APPROVAL', 'MARKED_FOR_EXECUTION', 'SUCCESSFUL', 'FAILED', 'RELEASED')
    )
);

-- A ticket has one open interaction at most.
create unique index uq_interaction_open on interaction (org, module, sys_id)
where state in ('PENDING_FOR_APPROVAL', 'MARKED_FOR_EXECUTION');

create index ix_interaction_ticket_number on interaction (org, module, ticket_number);
