-- Organisations that were there before others heard of them are told now. The form is that of
-- docs/events/organization-changed.json, and the lane that of every later event with the same key: Java's hash of the
-- digits modulo 16, where 31 is -1.
insert into outbox (event_id, channel, key, lane, type, occurred_at, data)
select
    event_id,
    'organization',
    id::text,
    (
        select mod(mod(sum(ascii(digit) * (-1) ^ (length(id::text) - place))::integer, 16) + 16, 16)
        from string_to_table(id::text, null) with ordinality as digits (digit, place)
    ),
    'OrganizationChanged',
    now(),
    jsonb_build_object(
        'type', 'OrganizationChanged',
        'eventId', event_id,
        'occurredAt', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'org', id,
        'timeZone', time_zone,
        'zoneOverrides', (
            select coalesce(jsonb_object_agg(abbreviation, zone_override.time_zone), '{}')
            from zone_override
            where organisation = id
        ))
from (select gen_random_uuid() as event_id, organisation.* from organisation order by id) as existing;
