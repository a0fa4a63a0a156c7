create table note (org integer not null, text text not null);

select secure_rows('note');
