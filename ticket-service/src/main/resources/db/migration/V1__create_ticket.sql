-- Tickets as their source last sent them, with the place in the pipeline they have now. Partitioned by organisation from
-- the start, so that organisations can move to other servers.
create table ticket (
    org integer not null,
    module smallint not null,
    sys_id text collate "C" not null,
    ticket_number text collate "C" not null,
    summary text not null,
    description text not null,
    assigned_group text,
    status_code text not null,
    creation_date timestamptz not null,
    last_modified_date timestamptz not null,
    resolved_date timestamptz,
    cols jsonb not null,
    status text not null,
    version bigint not null, -- of the last transition
    lane smallint not null, -- in which the transitions are relayed
    revision integer not null, -- how often the source's content was written
    inserted_at timestamptz not null,
    updated_at timestamptz not null
) partition by hash (org);

-- Before a table's first ANALYZE the planner takes all indexes for equally good and of those it can use the youngest. So
-- the two for single tickets come last, and begin with a column that nothing else looks for.
create index ix_ticket_last_modified_date on ticket (org, last_modified_date); -- updated_since
create index ix_ticket_creation_date on ticket (org, creation_date, sys_id, module); -- the order of contract section 4
create index ix_ticket_number on ticket (ticket_number, org, module);
alter table ticket add constraint pk_ticket primary key (sys_id, org, module);

do $$
begin
    for remainder in 0..15 loop
        execute format(
            'create table ticket_%s partition of ticket for values with (modulus 16, remainder %s)',
            lpad(remainder::text, 2, '0'), remainder);
    end loop;
end
$$;
