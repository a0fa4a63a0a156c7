-- The catalogue of each organisation. The definition is the JSON of contract section 6 as it was accepted.

-- Grows by one with every change of an organisation's runbooks, in the transaction of the change.
create table catalogue (
    org integer not null,
    revision bigint not null,
    constraint pk_catalogue primary key (org)
);

create table runbook (
    org integer not null,
    runbook_id text not null,
    revision bigint not null, -- the catalogue's, when this runbook was last written: never used twice
    active boolean not null,
    definition jsonb not null,
    created_by text not null,
    created_at timestamptz not null,
    modified_by text not null,
    modified_at timestamptz not null,
    constraint pk_runbook primary key (org, runbook_id)
);
