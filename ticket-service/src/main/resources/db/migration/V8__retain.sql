-- What is kept for a time only, see the service's configuration. The indexes are tiny: rows come in the order of time.
create index ix_receipt_received_at on receipt using brin (received_at);
create index ix_inbox_received_at on inbox using brin (received_at);

-- Drops the months of history that ended before a time, but none with an event that Kafka does not have yet. Names them.
create function drop_transition_partitions(before timestamptz) returns setof text language plpgsql as $$
declare
    month text;
    ended timestamptz;
begin
    for month in
        select relname from pg_inherits join pg_class on pg_class.oid = inhrelid
        where inhparent = 'transition'::regclass and relname ~ '^transition_\d{4}_\d{2}$'
        order by relname
    loop
        ended := (to_date(month, '"transition_"YYYY_MM') + interval '1 month')::timestamp at time zone 'UTC';
        if ended <= before
            and not exists (select from pending_transition where at >= ended - interval '1 month' and at < ended)
        then
            execute format('drop table %I', month);
            return next month;
        end if;
    end loop;
end
$$;
