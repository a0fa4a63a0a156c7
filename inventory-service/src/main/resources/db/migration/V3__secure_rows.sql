-- Postgres itself gives and takes rows of those organisations only that the work at hand may touch (platform: db/row).
select secure_rows('configuration_item');
select secure_rows('task_item');
