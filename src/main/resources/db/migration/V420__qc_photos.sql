-- Photographs the inspector takes of a line.

create table qc_photo (
    id              bigint       primary key default nextval('tradeflow_id_seq'),
    shipment_number varchar(16)  not null references shipment (number),
    line_no         integer      not null,
    content_type    varchar(20)  not null check (content_type in ('image/jpeg', 'image/png')),
    sha256          char(64)     not null,
    content         bytea        not null check (octet_length(content) between 1 and 5242880),
    added_by        varchar(200) not null,
    added_at        timestamptz  not null,
    constraint a_photo_of_a_line_once unique (shipment_number, line_no, sha256)
);
alter table qc_photo alter column content set storage external;
comment on table qc_photo is 'What the inspector saw of a line; for the desk, on no paper.';
