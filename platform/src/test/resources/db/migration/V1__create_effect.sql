create table effect (id bigint generated always as identity, event_id uuid not null, text text not null);
