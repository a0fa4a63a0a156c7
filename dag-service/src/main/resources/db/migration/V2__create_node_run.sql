-- One attempt of one node of an execution: the unit of work of the workers.
--
-- definition is json and not jsonb, because it is kept as it came: jsonb takes no \u0000, and a request with one is to be
-- refused with an outcome, not lost.
create table node_run (
    id bigint not null,
    execution_id bigint not null,
    org integer not null,
    node text not null,
    attempt integer not null default 1,
    host text not null,
    definition json not null,
    timeout_millis bigint not null,

    -- Who works on it. due_at is when a worker may take it: at once, at the next try, or when the lease runs out.
    -- The fence counts the takers: only the last one may write the outcome. The place is the directory of run folders
    -- that knows whether the node was started; no other place may start it.
    status text not null default 'QUEUED',
    due_at timestamptz not null default now(),
    owner uuid,
    place uuid,
    fence bigint not null default 0,
    tries integer not null default 0,

    -- How it ended.
    outcome text,
    message text,
    rc integer,
    stdout text,
    stderr text,
    started_at timestamptz,
    finished_at timestamptz,

    constraint pk_node_run primary key (id),
    constraint uq_node_run_attempt unique (execution_id, node, attempt),
    constraint fk_node_run_execution foreign key (execution_id, org) references execution (id, org),
    constraint ck_node_run_status check (status in ('QUEUED', 'RUNNING', 'ENDED')),
    constraint ck_node_run_ended check ((status = 'ENDED') = (outcome is not null)),
    constraint ck_node_run_outcome check (outcome in ('SUCCESSFUL', 'FAILED', 'TIMED_OUT', 'REFUSED', 'UNKNOWN'))
);

create index ix_node_run_due on node_run (due_at) where outcome is null;
