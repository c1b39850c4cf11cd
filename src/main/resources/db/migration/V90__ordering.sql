-- Orders: the accepted quote revision, unchanged.

create sequence sales_order_number_seq;

create table sales_order (
    id              bigint         primary key,
    number          varchar(16)    not null unique,
    deal_number     varchar(16)    not null references deal (number),
    quote_number    varchar(16)    not null,
    quote_revision  integer        not null,
    buyer_code      varchar(40)    not null references buyer (code),
    buyer_name      varchar(200)   not null,
    status          varchar(16)    not null check (status in ('CONFIRMED', 'COMPLETED', 'CANCELLED')),
    po_number       varchar(64)    not null,
    po_date         date           not null,
    ordered_on      date           not null,
    currency        varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    segment         varchar(40),
    branch_code     varchar(20)    not null references branch (code),
    bill_to         jsonb          not null,
    ship_to         jsonb          not null,
    needed_by       date,
    terms           varchar(4000)  not null,
    advance_percent numeric(9, 6)  not null check (advance_percent between 0 and 100),
    credit_days     integer        not null check (credit_days between 0 and 365),
    net_total       numeric(19, 4) not null check (net_total > 0),
    tax             numeric(19, 4) not null check (tax >= 0),
    grand_total     numeric(19, 4) not null check (grand_total > 0),
    advance         numeric(19, 4) not null check (advance >= 0 and advance <= grand_total),
    closing_reason  varchar(2000),
    version         integer        not null,
    constraint one_order_per_deal unique (deal_number),
    constraint one_order_per_quote unique (quote_number),
    constraint order_of_quote_revision foreign key (quote_number, quote_revision) references quote (number, revision)
);
create unique index sales_order_po_number_once on sales_order (buyer_code, upper(po_number));
comment on table sales_order is 'A confirmed order: exactly one for each accepted quote.';
comment on column sales_order.advance is 'Part of the grand total that is due before fulfilment.';

create table sales_order_line (
    id           bigint         primary key,
    order_id     bigint         not null references sales_order (id),
    line_no      integer        not null check (line_no > 0),
    sku          varchar(40)    not null references product (sku),
    description  varchar(500)   not null,
    hsn          varchar(8)     not null,
    ordered      numeric(19, 6) not null check (ordered > 0),
    unit         varchar(8)     not null,
    short_closed numeric(19, 6) not null check (short_closed >= 0 and short_closed <= ordered),
    unit_price   numeric(19, 4) not null check (unit_price > 0),
    net          numeric(19, 4) not null,
    tax_rate     numeric(9, 6)  not null,
    constraint sales_order_line_once unique (order_id, line_no)
);
comment on table sales_order_line is 'What was ordered, and how much of it will not be delivered any more.';
