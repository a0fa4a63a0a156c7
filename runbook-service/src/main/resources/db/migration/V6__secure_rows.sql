-- Postgres itself gives and takes rows of those organisations only that the work at hand may touch (platform: db/row).
select secure_rows('catalogue');
select secure_rows('runbook');
select secure_rows('incoming_ticket');
select secure_rows('interaction');
