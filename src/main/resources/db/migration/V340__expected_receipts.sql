-- Goods that are to come: bought, made or under way from another warehouse.

create table expected_receipt (
    id                bigint         primary key default nextval('tradeflow_id_seq'),
    reference         varchar(60)    not null check (reference <> ''),
    warehouse_code    varchar(20)    not null references warehouse (code),
    sku               varchar(40)    not null references product (sku),
    quantity          numeric(19, 6) not null check (quantity > 0),
    received          numeric(19, 6) not null default 0 check (received >= 0),
    expected_on       date           not null,
    first_expected_on date           not null,
    source            varchar(12)    not null check (source in ('PURCHASE', 'PRODUCTION', 'TRANSFER')),
    status            varchar(10)    not null default 'OPEN' check (status in ('OPEN', 'RECEIVED', 'CANCELLED')),
    constraint one_expected_receipt_per_paper_and_product unique (reference, warehouse_code, sku),
    constraint open_is_not_all_there check (status <> 'OPEN' or received < quantity)
);
comment on table expected_receipt is
    'Goods announced for a warehouse and not all there yet; what is received against them makes them less.';
comment on column expected_receipt.first_expected_on is 'The day first named, so that it shows how late something is.';
create index expected_receipt_open on expected_receipt (sku, expected_on) where status = 'OPEN';

create table expected_receipt_change (
    id                  bigint       primary key default nextval('tradeflow_id_seq'),
    expected_receipt_id bigint       not null references expected_receipt (id),
    kind                varchar(10)  not null check (kind in ('ANNOUNCED', 'CHANGED', 'RECEIVED', 'CANCELLED')),
    quantity            numeric(19, 6) not null,
    expected_on         date         not null,
    reason              varchar(500),
    changed_by          varchar(200) not null,
    changed_at          timestamptz  not null
);
comment on table expected_receipt_change is 'What was announced, moved, received and given up, by whom and when.';
create index expected_receipt_change_of on expected_receipt_change (expected_receipt_id, id);
