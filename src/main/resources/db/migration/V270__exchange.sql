-- Files that bring master data in: what was uploaded, what was found in it, and how far it has come.

create table import_file (
    id             bigint       primary key default nextval('tradeflow_id_seq'),
    kind           varchar(20)  not null,
    file_name      varchar(200) not null,
    status         varchar(12)  not null check (status in
        ('CHECKING', 'REFUSED', 'READY', 'IMPORTING', 'DONE', 'DISCARDED')),
    row_count      integer      not null default 0 check (row_count >= 0),
    checked        integer      not null default 0 check (checked between 0 and row_count),
    imported       integer      not null default 0 check (imported between 0 and row_count),
    fresh          integer      not null default 0,
    changed        integer      not null default 0,
    unchanged      integer      not null default 0,
    wrong          integer      not null default 0,
    uploaded_by    varchar(200) not null,
    uploaded_by_id varchar(254) not null,
    uploaded_at    timestamptz  not null,
    finished_at    timestamptz,
    constraint done_means_all_rows check (status <> 'DONE' or (imported = row_count and wrong = 0))
);
comment on table import_file is 'An uploaded file; its rows come in all together or not at all.';
create index import_file_latest on import_file (uploaded_at desc);

create table import_row (
    import_id bigint  not null references import_file (id) on delete cascade,
    line      integer not null check (line > 0),
    cells     text[]  not null,
    key       text,
    primary key (import_id, line)
);
comment on table import_row is 'A row of a file until it is imported, in the order of the kind''s columns; key says which rows mean the same thing.';

create table import_error (
    id          bigint       generated always as identity primary key,
    import_id   bigint       not null references import_file (id) on delete cascade,
    line        integer      not null,
    column_name varchar(60),
    value       varchar(200),
    reason      varchar(500) not null
);
comment on table import_error is 'What is wrong with a row, for who uploaded the file.';
create index import_error_of_file on import_error (import_id, line);
