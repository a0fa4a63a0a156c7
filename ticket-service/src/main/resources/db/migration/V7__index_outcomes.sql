-- How many tickets were resolved, and how many failed, between two days (contract section 14): counted from the index
-- alone. A remark repeats the status that its ticket has: it is no outcome.
create index ix_transition_outcome on transition (org, to_status, at, module, sys_id)
where to_status in ('EXECUTION_SUCCESSFUL', 'EXECUTION_FAILED') and from_status <> to_status and module in (1, 9);
