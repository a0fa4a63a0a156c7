-- Events of a service that keeps no other record of them. Written in the transaction of the change they tell of.
create table outbox (
    id bigint generated always as identity,
    event_id uuid not null,
    channel text not null,
    key text not null,
    lane smallint not null,
    type text not null,
    occurred_at timestamptz not null,
    data jsonb not null,
    published_at timestamptz,
    constraint pk_outbox primary key (id),
    constraint uq_outbox_event_id unique (event_id)
);

create index ix_outbox_pending on outbox (id) where published_at is null;

create view pending_event as
select id, event_id, channel, key, lane, type, occurred_at, data::text as data
from outbox
where published_at is null;
