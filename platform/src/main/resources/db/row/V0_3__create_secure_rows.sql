-- The last line between organisations: whatever a statement asks for, and whatever the service forgot to check, Postgres
-- gives and takes no row of an organisation but those that the work at hand may touch. It reads their numbers, with commas
-- between, in the setting fettle.orgs: none where it was not set, all where it is '*' (see the platform's Rows).
--
-- Each migration that makes a table with a column org calls this for it. Migrations themselves work on all rows.

-- "force", because the role of the service owns its tables. The subselects are evaluated once for a statement, not for each
-- row, and nothing that the policy calls keeps an index from being used.
create function secure_rows(target regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security, force row level security', target);
    execute format($policy$
        create policy organisation on %s
        using (
            (select current_setting('fettle.orgs', true) = '*')
            or org = any (
                (select string_to_array(nullif(current_setting('fettle.orgs', true), '*'), ',')::integer[])::integer[])
        )
        $policy$, target);
end
$$;
