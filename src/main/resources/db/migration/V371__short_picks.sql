-- A short pick may be picked again from other goods, or all goods are given back; what was not found is counted.

alter table shipment_line add column repicked boolean not null default false;
comment on column shipment_line.repicked is 'Added in place of goods that were not found or did not pass.';

create table count_request (
    id              bigint         primary key default nextval('tradeflow_id_seq'),
    balance_id      bigint         not null references stock_balance (id),
    shipment_number varchar(16)    not null references shipment (number),
    missing         numeric(19, 6) not null check (missing > 0),
    reason          varchar(500)   not null check (reason <> ''),
    requested_at    timestamptz    not null,
    counted_by      varchar(200),
    counted_at      timestamptz,
    constraint counted_by_somebody check ((counted_by is null) = (counted_at is null))
);
comment on table count_request is 'A bin in which a picker found less than the books had: what is missing is written off, the rest wants counting.';
create index count_request_open on count_request (requested_at) where counted_at is null;
