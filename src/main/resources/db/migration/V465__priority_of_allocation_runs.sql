-- With which priority the order was served: it keeps it where goods go back later.

alter table allocation_run
    add column priority integer check (priority between 1 and 99);
comment on column allocation_run.priority is 'Priority the order was served with; null for runs before this was kept.';
