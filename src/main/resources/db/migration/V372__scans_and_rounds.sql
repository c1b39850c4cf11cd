-- Barcodes of products, what pickers scan, and rounds that pick several shipments in one walk.

create table product_gtin (
    gtin varchar(14) primary key check (gtin ~ '^[0-9]{14}$'),
    sku  varchar(40) not null references product (sku),
    unit varchar(8)
);
comment on table product_gtin is
    'Barcodes by GTIN, with 14 digits; one of a packaging unit counts as many as the unit holds, one without a unit as one.';
create index product_gtin_of_product on product_gtin (sku);

create table pick_scan (
    id              uuid           primary key,
    shipment_number varchar(16)    not null references shipment (number),
    line_no         integer        not null,
    quantity        numeric(19, 6) not null,
    short_reason    varchar(200),
    code            varchar(120),
    scanned_by      varchar(200)   not null,
    scanned_at      timestamptz    not null,
    constraint a_scan_says_something check (quantity <> 0 or short_reason <> '')
);
comment on table pick_scan is
    'One scan or correction while picking, told apart by the id the device gave it, so that sending it twice counts once; a short reason closes the line.';
create index pick_scan_of_shipment on pick_scan (shipment_number, line_no, scanned_at);

create sequence picking_round_number_seq;
comment on sequence picking_round_number_seq is 'Serials of picking rounds; gaps are normal.';

create table picking_round (
    number         varchar(16)  primary key,
    warehouse_code varchar(20)  not null references warehouse (code),
    picker         varchar(200),
    created_by     varchar(200) not null,
    created_at     timestamptz  not null
);
comment on table picking_round is 'Several shipments of one warehouse picked in one walk.';

create table picking_round_shipment (
    shipment_number varchar(16) primary key references shipment (number),
    round_number    varchar(16) not null references picking_round (number) on delete cascade,
    tote            integer     not null check (tote > 0),
    constraint one_shipment_to_a_tote unique (round_number, tote)
);
comment on table picking_round_shipment is 'A shipment is in one round at most; its goods go into the tote with this number.';
