-- Postgres itself gives and takes rows of those organisations only that the work at hand may touch (platform: db/row).
select secure_rows('data_key');
select secure_rows('secret');
select secure_rows('secret_version');
select secure_rows('audit_entry');
