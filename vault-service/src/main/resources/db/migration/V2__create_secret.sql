-- The secrets of contract section 10. A row outlives its secret, so that a version number never names two values: what
-- was encrypted for a version that is gone cannot be put in the place of a later one.
create table secret (
    org integer not null,
    name text not null,
    version integer not null, -- the newest ever made
    constraint pk_secret primary key (org, name)
);

-- The values of a secret. One without versions was deleted.
create table secret_version (
    org integer not null,
    name text not null,
    version integer not null,
    -- Under the organisation's data key with AES-256-GCM: 12 bytes of nonce, then ciphertext and tag; org, name and
    -- version are authenticated.
    sealed bytea not null,
    created_by text not null,
    created_at timestamptz not null,
    constraint pk_secret_version primary key (org, name, version),
    constraint fk_secret_version_secret foreign key (org, name) references secret (org, name)
);
