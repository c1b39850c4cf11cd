-- Files know which columns they have, what they would change is shown, and a file under way can be stopped.
alter table import_file
    add column header text[],
    add column stop_asked_by varchar(200),
    drop constraint import_file_status_check,
    add constraint import_file_status_check check (status in
        ('CHECKING', 'REFUSED', 'READY', 'IMPORTING', 'DONE', 'DISCARDED', 'CANCELLED'));
comment on column import_file.header is 'The columns the file has; what it has no column for is left as it is. Null: all.';
comment on column import_file.stop_asked_by is 'Who wants the work on the file to stop; it stops before its next rows and nothing has come in.';

alter table import_row add column finding varchar(8) check (finding in ('FRESH', 'CHANGED', 'IDLE'));
comment on column import_row.finding is 'What bringing the row in would do, as last looked at; null where it was not looked at or is wrong.';

create table import_change (
    import_id   bigint       not null references import_file (id) on delete cascade,
    line        integer      not null,
    position    smallint     not null,
    what        varchar(200) not null,
    column_name varchar(60)  not null,
    old_value   varchar(300),
    new_value   varchar(300),
    primary key (import_id, line, position)
);
comment on table import_change is 'What a file would change, cell by cell, for the first rows that change something.';
