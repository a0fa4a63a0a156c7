-- The key each organisation's secrets are encrypted with, itself encrypted: another master key changes these rows only.
create table data_key (
    org integer not null,
    -- Under the master key with AES-256-GCM: 12 bytes of nonce, then ciphertext and tag; org is authenticated.
    wrapped bytea not null,
    created_at timestamptz not null,
    constraint pk_data_key primary key (org)
);
