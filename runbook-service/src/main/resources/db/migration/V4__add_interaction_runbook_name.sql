-- Whoever asks which runbooks failed wants their names, also of those that were deleted since.
alter table interaction
add column runbook_name text collate "C"; -- when it was decided for; null while a person has to choose

update interaction
set runbook_name = coalesce(
    (select definition ->> 'RunbookName'
     from runbook
     where runbook.org = interaction.org and runbook.runbook_id = interaction.runbook_id),
    runbook_id)
where runbook_id is not null;
