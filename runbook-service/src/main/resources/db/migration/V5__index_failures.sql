-- Which runbooks failed most, and on which hosts (contract section 14): counted from these alone. Hosts ignore case, as
-- they do in the inventory.
create index ix_interaction_failed_runbook on interaction (org, runbook_name)
where state = 'FAILED' and module in (1, 9);

create index ix_interaction_failed_host on interaction (org, lower(target_host collate "C"), target_host)
where state = 'FAILED' and module in (1, 9);
