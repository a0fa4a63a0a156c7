-- The organisations of contract section 13. There is no call that deletes one: tickets and users name it for ever.
create table organisation (
    id integer not null,
    name text not null,
    time_zone text not null,
    constraint pk_organisation primary key (id),
    constraint ck_organisation_id check (id > 0)
);

-- What an organisation means by a zone abbreviation, where that is not what contract section 3 means by it.
create table zone_override (
    organisation integer not null,
    abbreviation text not null,
    time_zone text not null,
    constraint pk_zone_override primary key (organisation, abbreviation),
    constraint fk_zone_override_organisation foreign key (organisation) references organisation (id)
);
