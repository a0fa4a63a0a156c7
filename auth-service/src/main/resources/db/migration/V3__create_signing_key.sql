-- The RSA keys that sign access tokens. Every row here is published in the JWKS.
-- next: published ahead of its use; signing: in use; retiring: its last tokens are still out.
create table signing_key (
    kid text not null,
    state text not null,
    -- PKCS #8 under AES-256-GCM with the master key: 12 bytes of nonce, then ciphertext and tag; kid is authenticated.
    sealed_private_key bytea not null,
    created_at timestamptz not null,
    constraint pk_signing_key primary key (kid),
    constraint ck_signing_key_state check (state in ('next', 'signing', 'retiring'))
);

-- One key signs. When replicas start together on an empty table, this decides whose key it is.
create unique index uq_signing_key_signing on signing_key (state) where state = 'signing';
