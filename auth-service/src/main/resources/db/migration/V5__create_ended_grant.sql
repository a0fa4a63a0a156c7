-- A grant is what a user's tokens are issued under. It ends when the password, the roles, the organisations or the state
-- of the user change, or the user goes; with it end all its tokens. A number is never given twice.
create sequence grant_number;

alter table user_account add column grant_number bigint not null default nextval('grant_number');

-- Whose tokens may still be out. A row is of no use once the last of these has expired.
create table ended_grant (
    grant_number bigint not null,
    ended_at timestamptz not null default now(),
    constraint pk_ended_grant primary key (grant_number)
);

create index ix_ended_grant_ended_at on ended_grant (ended_at);
