-- Stock is adjusted, held back and sent to other warehouses, always for a reason that is data.

alter table stock_ledger add column booked_by varchar(200);
comment on column stock_ledger.booked_by is 'Who booked it; empty for movements from before this was kept.';

create table stock_reason (
    code   varchar(30)  primary key check (code ~ '^[A-Z][A-Z0-9_-]*$'),
    name   varchar(100) not null check (name <> ''),
    uses   varchar(12)[] not null
        check (cardinality(uses) > 0 and uses <@ array['MORE', 'LESS', 'HOLD_BACK', 'RELEASE', 'SCRAP', 'UNDER_WAY']::varchar[]),
    active boolean      not null default true
);
comment on table stock_reason is 'Why stock becomes more or less, is held back, released or scrapped, or is lost under way.';
insert into stock_reason (code, name, uses) values
    ('DAMAGED', 'Damaged', '{LESS,HOLD_BACK,SCRAP,UNDER_WAY}'),
    ('EXPIRED', 'Expired', '{LESS,HOLD_BACK,SCRAP}'),
    ('FOUND', 'Found', '{MORE}'),
    ('LOST', 'Lost', '{LESS,UNDER_WAY}'),
    ('SAMPLE', 'Taken as a sample', '{LESS}'),
    ('INSPECTION', 'To be inspected', '{HOLD_BACK}'),
    ('SOUND', 'Inspected and sound', '{RELEASE}'),
    ('RECALL', 'Recalled by the maker', '{HOLD_BACK,SCRAP}');

create table stock_adjustment (
    reference      varchar(60)  primary key check (reference <> ''),
    kind           varchar(10)  not null check (kind in ('ADJUSTMENT', 'HOLD_BACK', 'RELEASE', 'SCRAP')),
    warehouse_code varchar(20)  not null references warehouse (code),
    reason_code    varchar(30)  not null references stock_reason (code),
    note           varchar(400),
    booked_by      varchar(200) not null,
    booked_at      timestamptz  not null
);
comment on table stock_adjustment is 'Stock corrected, held back, released or scrapped; each is booked once by its reference.';

create table stock_adjustment_line (
    reference varchar(60)    not null references stock_adjustment (reference),
    line_no   integer        not null check (line_no > 0),
    sku       varchar(40)    not null,
    batch     varchar(40)    not null,
    quantity  numeric(19, 6) not null check (quantity <> 0),
    primary key (reference, line_no),
    constraint adjusted_batch foreign key (sku, batch) references batch (sku, batch)
);

create sequence stock_transfer_number_seq;

create table stock_transfer (
    number         varchar(16)  primary key,
    reference      varchar(60)  not null unique check (reference <> ''),
    from_warehouse varchar(20)  not null references warehouse (code),
    to_warehouse   varchar(20)  not null references warehouse (code),
    status         varchar(10)  not null default 'SENT' check (status in ('SENT', 'RECEIVED')),
    supply         boolean      not null,
    expected_on    date         not null,
    note           varchar(400),
    sent_by        varchar(200) not null,
    sent_at        timestamptz  not null,
    constraint to_another_warehouse check (from_warehouse <> to_warehouse)
);
comment on table stock_transfer is 'Goods on their way from one warehouse to another: sent, then received, perhaps in parts.';
comment on column stock_transfer.supply is 'Between branches of different GSTIN: a supply that needs a tax invoice.';

create table stock_transfer_line (
    transfer_number varchar(16)    not null references stock_transfer (number),
    line_no         integer        not null check (line_no > 0),
    sku             varchar(40)    not null,
    batch           varchar(40)    not null,
    quantity        numeric(19, 6) not null check (quantity > 0),
    received        numeric(19, 6) not null default 0 check (received >= 0),
    lost            numeric(19, 6) not null default 0 check (lost >= 0),
    loss_reason     varchar(500),
    primary key (transfer_number, line_no),
    constraint transferred_batch foreign key (sku, batch) references batch (sku, batch),
    constraint no_more_arrives_than_was_sent check (received + lost <= quantity),
    constraint a_loss_has_a_reason check (lost = 0 or loss_reason <> '')
);
comment on table stock_transfer_line is 'Under way is what was sent less what was received and lost; it is in no warehouse.';

create table stock_transfer_receipt (
    reference       varchar(60)  primary key check (reference <> ''),
    transfer_number varchar(16)  not null references stock_transfer (number),
    received_by     varchar(200) not null,
    received_at     timestamptz  not null
);
comment on table stock_transfer_receipt is 'A transfer, or a part of it, came in; each is booked once by its reference.';
