-- Who did what to which secret, written in the transaction of the deed: no row, no deed.
create table audit_entry (
    id bigint not null,
    org integer not null,
    actor text not null, -- a user's address, or the name of one of our services
    action text not null,
    name text not null,
    version integer not null,
    at timestamptz not null,
    request_id text not null,
    constraint pk_audit_entry primary key (id),
    constraint ck_audit_entry_action check (action in ('READ', 'WRITE', 'DELETE'))
);

-- The questions asked of it: what happened to this secret, and when.
create index ix_audit_entry_secret on audit_entry (org, name, at);
