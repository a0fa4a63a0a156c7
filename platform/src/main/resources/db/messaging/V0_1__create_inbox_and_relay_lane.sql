-- What consuming and relaying events needs in the schema of a service.

-- Ids of the events whose effect is committed: a second delivery changes nothing.
create table inbox (
    event_id uuid not null,
    received_at timestamptz not null default now(),
    constraint pk_inbox primary key (event_id)
);

-- Which replica relays which lane. A lane is a share of the keys, so that order per key has one keeper at a time.
create table relay_lane (
    lane smallint not null,
    owner uuid,
    expires_at timestamptz not null default '-infinity',
    constraint pk_relay_lane primary key (lane),
    constraint ck_relay_lane check (lane between 0 and 15)
);

insert into relay_lane (lane) select generate_series(0, 15);
