-- Which configuration items the tasks of a group are about. One item may belong to many tasks.
create table task_item (
    org integer not null,
    group_id text not null,
    task_number text not null,
    host text not null,
    constraint pk_task_item primary key (org, group_id, task_number, host),
    constraint fk_task_item_configuration_item foreign key (org, host) references configuration_item (org, host)
);
