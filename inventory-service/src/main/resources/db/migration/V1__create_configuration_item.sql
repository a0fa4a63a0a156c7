-- The configuration items of contract section 9: the hosts of each organisation, and how to reach them.
create table configuration_item (
    org integer not null,
    -- Host names ignore case (RFC 4343), so the key has them in one. "C", because not every language lowers I to i.
    host text not null generated always as (lower(host_name collate "C")) stored,
    host_name text not null,
    -- The descriptive fields under their names on the wire; a field that was never sent is missing. They are only ever
    -- read and written together.
    texts jsonb not null,
    -- Contract section 9, Connection. It names a secret, and never holds one.
    connection jsonb,
    search_text text not null generated always as (
        lower(
            host_name
            || ' ' || coalesce(texts ->> 'device_ci_name', '')
            || ' ' || coalesce(texts ->> 'device_management_ip', '')
        )
    ) stored,
    changed_by text not null,
    changed_at timestamptz not null,
    constraint pk_configuration_item primary key (org, host),
    constraint ck_configuration_item_connection check (connection ->> 'Type' in ('local', 'ssh'))
);
