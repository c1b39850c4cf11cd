-- Shipments from plan to packed.

create sequence shipment_number_seq;
comment on sequence shipment_number_seq is 'Serials of shipment numbers; gaps are normal.';

create table shipment (
    id                    bigint         primary key,
    version               integer        not null,
    number                varchar(16)    not null unique,
    deal_number           varchar(16)    not null references deal (number),
    order_number          varchar(16)    not null references sales_order (number),
    buyer_code            varchar(40)    not null references buyer (code),
    buyer_name            varchar(200)   not null,
    warehouse_code        varchar(20)    not null references warehouse (code),
    branch_code           varchar(20)    not null references branch (code),
    status                varchar(12)    not null check (status in
        ('PLANNED', 'PICKING', 'PICKED', 'INSPECTED', 'PACKED', 'DISPATCHED', 'CANCELLED')),
    planned_at            timestamptz    not null,
    pick_list_released_at timestamptz,
    picked_by             varchar(200),
    picked_at             timestamptz,
    inspected_by          varchar(200),
    inspected_at          timestamptz,
    inspection_remark     varchar(500),
    packed_by             varchar(200),
    packed_at             timestamptz,
    packages              integer        not null default 0 check (packages >= 0),
    gross_weight_kg       numeric(12, 3) check (gross_weight_kg > 0),
    packing_note          varchar(500),
    dispatched_at         timestamptz,
    cancelled_at          timestamptz,
    constraint packed_has_packages_and_weight check
        (status not in ('PACKED', 'DISPATCHED') or (packages > 0 and gross_weight_kg is not null)),
    constraint dispatched_has_its_time check ((status = 'DISPATCHED') = (dispatched_at is not null)),
    constraint cancelled_has_its_time check ((status = 'CANCELLED') = (cancelled_at is not null))
);
comment on table shipment is 'Goods of one order leaving one warehouse together; it is also the pick list.';
create index shipment_of_order on shipment (order_number);
create index shipment_of_deal on shipment (deal_number);

create table shipment_line (
    id            bigint         primary key,
    shipment_id   bigint         not null references shipment (id),
    line_no       integer        not null check (line_no > 0),
    allocation_id bigint         not null unique references allocation (id),
    order_line_no integer        not null,
    sku           varchar(40)    not null references product (sku),
    description   varchar(500)   not null,
    hsn           varchar(8)     not null,
    batch         varchar(40)    not null,
    expires_on    date,
    bin           varchar(40),
    unit          varchar(8)     not null,
    planned       numeric(19, 6) not null check (planned > 0),
    picked        numeric(19, 6) check (picked between 0 and planned),
    rejected      numeric(19, 6) check (rejected between 0 and picked),
    constraint one_line_per_number unique (shipment_id, line_no)
);
comment on table shipment_line is 'One batch of one order line in a shipment: planned, then picked, then less what inspection rejected.';
