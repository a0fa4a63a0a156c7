-- How the relay says that Kafka has events.
create or replace function mark_published(ids bigint[]) returns void language sql as $$
    update outbox set published_at = now() where id = any(ids)
$$;
