-- What became of each accepted push (contract section 1, requests). Also tells a connector whose call timed out.
create table receipt (
    id bigint not null, -- a TSID, the request's Id
    org integer not null,
    received_at timestamptz not null,
    inserted integer not null,
    updated integer not null,
    unchanged integer not null,
    stale integer not null,
    refused integer not null,
    constraint pk_receipt primary key (id)
);
