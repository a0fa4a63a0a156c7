-- What organisations mean by zone abbreviations where that is not what the closed table says, as the auth service told it.
create table zone_override (
    org integer not null,
    name text not null,
    zone text not null, -- an IANA id
    constraint pk_zone_override primary key (org, name)
);
