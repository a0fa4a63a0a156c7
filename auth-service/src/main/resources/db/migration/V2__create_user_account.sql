-- Users and what they may do. "user" is a word of SQL, hence the longer name.
-- Organisations are never deleted, so an array needs no foreign key, and a login reads one row.
create table user_account (
    email text not null,
    password_hash text not null,
    orgs integer[] not null,
    roles text[] not null,
    active boolean not null,
    constraint pk_user_account primary key (email),
    -- An address is told apart without regard to case, so it is kept in one.
    constraint ck_user_account_email check (email = lower(email))
);
