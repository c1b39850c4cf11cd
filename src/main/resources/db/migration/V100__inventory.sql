-- Warehouses, batches, stock with its ledger, and what is promised to orders.

create table warehouse (
    code        varchar(20)  primary key check (code ~ '^[A-Z0-9][A-Z0-9-]*$'),
    name        varchar(200) not null,
    branch_code varchar(20)  not null references branch (code),
    line1       varchar(200) not null,
    line2       varchar(200),
    city        varchar(100) not null,
    state_code  varchar(2)   not null check (state_code ~ '^[0-9]{2}$'),
    state_name  varchar(100) not null,
    pin         varchar(12)  not null,
    country     varchar(2)   not null check (country ~ '^[A-Z]{2}$')
);
comment on table warehouse is 'A place where stock lies, run by a branch.';

create table stock_item (
    sku varchar(40) primary key references product (sku)
);
comment on table stock_item is
    'One row per product with stock or demand; whoever changes what is available of it locks this row first, in SKU order.';

create table batch (
    sku             varchar(40) not null references stock_item (sku),
    batch           varchar(40) not null,
    manufactured_on date,
    expires_on      date,
    primary key (sku, batch),
    constraint batch_expires_after_it_was_made check (expires_on >= manufactured_on),
    constraint only_batches_have_dates check (batch <> '' or num_nonnulls(manufactured_on, expires_on) = 0)
);
comment on table batch is 'A production batch of a product with its last usable day; the empty batch stands for goods kept without one.';

create table stock_balance (
    id             bigint         primary key default nextval('tradeflow_id_seq'),
    warehouse_code varchar(20)    not null references warehouse (code),
    sku            varchar(40)    not null,
    batch          varchar(40)    not null,
    bin            varchar(40),
    received_at    timestamptz    not null,
    on_hand        numeric(19, 6) not null default 0,
    allocated      numeric(19, 6) not null default 0,
    held           numeric(19, 6) not null default 0,
    constraint one_balance_per_batch unique (sku, warehouse_code, batch),
    constraint balance_of_batch foreign key (sku, batch) references batch (sku, batch),
    constraint on_hand_not_negative check (on_hand >= 0),
    constraint allocated_not_negative check (allocated >= 0),
    constraint held_not_negative check (held >= 0),
    constraint no_oversell check (allocated + held <= on_hand)
) with (fillfactor = 80);
comment on table stock_balance is
    'What lies in a warehouse of one product and batch; available is on hand minus allocated minus held and cannot become negative.';
create index stock_balance_of_warehouse on stock_balance (warehouse_code);

create table stock_receipt (
    reference      varchar(60)  primary key check (reference <> ''),
    warehouse_code varchar(20)  not null references warehouse (code),
    received_by    varchar(200) not null,
    received_at    timestamptz  not null
);
comment on table stock_receipt is 'Goods that came in, known by the reference on their paper; each is booked once.';

create table allocation (
    id              bigint         primary key default nextval('tradeflow_id_seq'),
    order_number    varchar(16)    not null references sales_order (number),
    order_line_no   integer        not null check (order_line_no > 0),
    balance_id      bigint         not null references stock_balance (id),
    quantity        numeric(19, 6) not null check (quantity > 0),
    rejected        numeric(19, 6) not null default 0 check (rejected >= 0),
    shipment_number varchar(16),
    allocated_at    timestamptz    not null,
    dispatched_at   timestamptz,
    released_at     timestamptz,
    constraint dispatched_or_released check (num_nonnulls(dispatched_at, released_at) <= 1),
    constraint dispatched_in_a_shipment check (dispatched_at is null or shipment_number is not null)
);
comment on table allocation is
    'Stock promised to an order line, by warehouse and batch: live until it is dispatched or released.';
create index allocation_of_order on allocation (order_number, order_line_no);
create index allocation_of_shipment on allocation (shipment_number) where shipment_number is not null;
create index allocation_of_balance on allocation (balance_id) where dispatched_at is null and released_at is null;

create table backorder (
    order_number  varchar(16)    not null references sales_order (number),
    order_line_no integer        not null check (order_line_no > 0),
    deal_number   varchar(16)    not null,
    sku           varchar(40)    not null references stock_item (sku),
    quantity      numeric(19, 6) not null check (quantity > 0),
    ordered_on    date           not null,
    since         timestamptz    not null,
    primary key (order_number, order_line_no)
);
comment on table backorder is 'What an order still waits for after its last allocation; goods that come in go to the oldest order first.';
create index backorder_of_sku on backorder (sku);

create table stock_ledger (
    id               bigint         primary key default nextval('tradeflow_id_seq'),
    balance_id       bigint         not null references stock_balance (id),
    kind             varchar(12)    not null
        check (kind in ('RECEIPT', 'ALLOCATION', 'RELEASE', 'SHORT_PICK', 'QUARANTINE', 'DISPATCH')),
    on_hand_change   numeric(19, 6) not null,
    allocated_change numeric(19, 6) not null,
    held_change      numeric(19, 6) not null,
    order_number     varchar(16)    references sales_order (number),
    order_line_no    integer,
    reference        varchar(60),
    reason           varchar(500),
    booked_at        timestamptz    not null,
    constraint a_movement_moves check (on_hand_change <> 0 or allocated_change <> 0 or held_change <> 0),
    constraint shrinkage_has_a_reason check (kind not in ('SHORT_PICK', 'QUARANTINE') or reason <> '')
);
comment on table stock_ledger is 'Every change of a balance, written in the same statement and never changed; its sums are the balances.';
create index stock_ledger_of_balance on stock_ledger (balance_id);

create function refuse_change_of_stock_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'The stock ledger is append-only: % refused', tg_op using errcode = 'restrict_violation';
end
$$;

create trigger stock_ledger_append_only
    before update or delete or truncate on stock_ledger
    for each statement execute function refuse_change_of_stock_ledger();
