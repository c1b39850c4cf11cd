-- Goods that come back: asked for, approved, received, inspected, settled; what is owed again and what is to be credited.

alter table allocation
    add column reopened       numeric(19, 6) not null default 0,
    add column is_replacement boolean        not null default false,
    add constraint only_what_left_is_owed_again check
        (reopened between 0 and quantity and (reopened = 0 or dispatched_at is not null));
comment on column allocation.reopened is 'Of what was dispatched, what came back or was lost and is owed once more.';
comment on column allocation.is_replacement is 'Serves what was reopened: it leaves with a delivery challan and is not billed again.';

alter table shipment
    add column kind varchar(12) not null default 'SALE' check (kind in ('SALE', 'REPLACEMENT'));
comment on column shipment.kind is 'A replacement stands for goods that are invoiced already.';

create sequence return_number_seq;

create table goods_return (
    number              varchar(16)   primary key,
    deal_number         varchar(16)   not null references deal (number),
    order_number        varchar(16)   not null references sales_order (number),
    buyer_code          varchar(40)   not null references buyer (code),
    buyer_name          varchar(200)  not null,
    kind                varchar(20)   not null check
        (kind in ('DAMAGED', 'WRONG_GOODS', 'DEFECTIVE', 'NOT_NEEDED', 'REFUSED_DELIVERY', 'LOST_IN_TRANSIT')),
    remedy              varchar(12)   check (remedy in ('REPLACEMENT', 'CREDIT')),
    status              varchar(12)   not null check (status in
        ('REQUESTED', 'APPROVED', 'RECEIVED', 'INSPECTED', 'SETTLED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    note                varchar(2000) not null check (note <> ''),
    goods_come_back     boolean       not null,
    reopens_fulfilment  boolean       not null,
    reopens_billing     boolean       not null,
    approver_group      varchar(40)   not null,
    requested_by        varchar(200)  not null,
    requested_at        timestamptz   not null,
    decided_by          varchar(200),
    decided_at          timestamptz,
    decision_note       varchar(500),
    warehouse_code      varchar(20)   references warehouse (code),
    received_by         varchar(200),
    received_at         timestamptz,
    inspected_by        varchar(200),
    inspected_at        timestamptz,
    inspection_note     varchar(500),
    ended_at            timestamptz,
    constraint an_approved_return_has_its_remedy check (status in ('REQUESTED', 'REFUSED', 'WITHDRAWN') or remedy is not null),
    constraint over_has_its_time check ((status in ('SETTLED', 'REFUSED', 'WITHDRAWN', 'LAPSED')) = (ended_at is not null))
);
create index goods_return_of_deal on goods_return (deal_number);
create index goods_return_open on goods_return (requested_at) where ended_at is null;
comment on table goods_return is 'Goods a buyer sends back, refuses or never got; what its kind means for fulfilment and billing is fixed when it is decided.';

create table goods_return_line (
    return_number    varchar(16)    not null references goods_return (number),
    line_no          integer        not null check (line_no > 0),
    shipment_number  varchar(16)    not null references shipment (number),
    shipment_line_no integer        not null,
    allocation_id    bigint         not null references allocation (id),
    order_line_no    integer        not null,
    sku              varchar(40)    not null references product (sku),
    description      varchar(500)   not null,
    batch            varchar(40)    not null,
    unit             varchar(8)     not null,
    quantity         numeric(19, 6) not null check (quantity > 0),
    received         numeric(19, 6) check (received between 0 and quantity),
    restocked        numeric(19, 6),
    quarantined      numeric(19, 6),
    scrapped         numeric(19, 6),
    primary key (return_number, line_no),
    constraint one_line_per_shipment_line unique (return_number, shipment_number, shipment_line_no),
    constraint all_that_came_is_placed check (num_nonnulls(restocked, quarantined, scrapped) = 0
        or (restocked >= 0 and quarantined >= 0 and scrapped >= 0 and restocked + quarantined + scrapped = received))
);
create index goods_return_line_of_shipment on goods_return_line (shipment_number, shipment_line_no);

create table returnable (
    shipment_number  varchar(16)    not null references shipment (number),
    shipment_line_no integer        not null,
    delivered        numeric(19, 6) not null check (delivered >= 0),
    claimed          numeric(19, 6) not null default 0,
    primary key (shipment_number, shipment_line_no),
    constraint not_more_comes_back_than_was_delivered check (claimed between 0 and delivered)
);
comment on table returnable is 'Of each delivered shipment line, what open and settled returns speak for; two requests cannot both have the last piece.';

create table return_photo (
    id            bigint       primary key default nextval('tradeflow_id_seq'),
    return_number varchar(16)  not null references goods_return (number),
    content_type  varchar(40)  not null check (content_type in ('image/png', 'image/jpeg', 'image/webp')),
    content       bytea        not null,
    added_by      varchar(200) not null,
    added_at      timestamptz  not null
);
create index return_photo_of_return on return_photo (return_number);

create table credit_claim (
    id                 bigint         primary key default nextval('tradeflow_id_seq'),
    return_number      varchar(16)    not null references goods_return (number),
    deal_number        varchar(16)    not null references deal (number),
    order_number       varchar(16)    not null references sales_order (number),
    buyer_code         varchar(40)    not null references buyer (code),
    invoice_number     varchar(16)    not null,
    invoice_line_no    integer        not null,
    order_line_no      integer        not null,
    sku                varchar(40)    not null,
    description        varchar(500)   not null,
    quantity           numeric(19, 6) not null check (quantity > 0),
    unit               varchar(8)     not null,
    currency           varchar(3)     not null,
    taxable_value      numeric(19, 2) not null check (taxable_value >= 0),
    cgst               numeric(19, 2) not null check (cgst >= 0),
    sgst               numeric(19, 2) not null check (sgst >= 0),
    igst               numeric(19, 2) not null check (igst >= 0),
    credit_note_number varchar(16),
    credited_by        varchar(200),
    credited_at        timestamptz,
    constraint one_claim_per_invoice_line unique (return_number, invoice_number, invoice_line_no),
    constraint credited_says_by_whom check (num_nonnulls(credit_note_number, credited_by, credited_at) in (0, 3))
);
create index credit_claim_of_invoice on credit_claim (invoice_number, invoice_line_no);
create index credit_claim_open on credit_claim (return_number) where credit_note_number is null;
comment on table credit_claim is 'What a credit note has to say, line by line of the invoice; a claim is no debt and moves no exposure until the credit note exists.';
