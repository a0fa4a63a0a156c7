-- Postgres itself gives and takes rows of those organisations only that the work at hand may touch (platform: db/row).
select secure_rows('execution');
select secure_rows('node_run');
