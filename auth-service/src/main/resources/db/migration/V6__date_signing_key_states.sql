-- Since when a key has its state: rotation goes by it.
alter table signing_key add column state_since timestamptz not null default now();
update signing_key set state_since = created_at;
alter table signing_key alter column state_since drop default;

-- One key waits for its turn.
create unique index uq_signing_key_next on signing_key (state) where state = 'next';
