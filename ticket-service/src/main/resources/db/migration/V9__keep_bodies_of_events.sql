-- Each pending event has its body, written with its ticket: the relay reads it as it is, and what was sent at one time is
-- told even if the ticket has changed since.
update pending_transition
set data = pending_event.data
from pending_event
where pending_event.id = pending_transition.id and pending_transition.data is null;

alter table pending_transition alter column data set not null;
-- It is there for milliseconds: not worth compressing.
alter table pending_transition alter column data set storage external;

create or replace view pending_event as
select id, event_id, 'ticket-transition' as channel, concat_ws(':', org, module, sys_id) as key, lane, type, at as occurred_at,
    data
from pending_transition;
