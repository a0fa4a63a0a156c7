-- Postgres itself gives and takes rows of those organisations only that the work at hand may touch (platform: db/row). A
-- partition has the policy as well: it can be named like any table.
select secure_rows('ticket');
select secure_rows('transition');
select secure_rows(inhrelid::regclass) from pg_inherits where inhparent in ('ticket'::regclass, 'transition'::regclass);
select secure_rows('refused_transition');
select secure_rows('pending_transition');
select secure_rows('receipt');
select secure_rows('zone_override');

-- With the rights of who reads it, whoever made it.
alter view pending_event set (security_invoker = true);

-- Makes the partition of a month, unless it is there. Times are UTC.
create or replace function create_transition_partition(month date) returns void language plpgsql as $$
declare
    first date := date_trunc('month', month);
    name text := 'transition_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass(name) is null then
        execute format(
            'create table %I partition of transition for values from (%L) to (%L)',
            name,
            first::text || ' 00:00:00+00',
            (first + interval '1 month')::date::text || ' 00:00:00+00');
        perform secure_rows(name::regclass);
    end if;
end
$$;
