-- Inquiries, the deals they open and what happened to them.

create sequence inquiry_number_seq;

create table inquiry (
    id              bigint        primary key,
    number          varchar(16)   not null unique,
    buyer_code      varchar(40)   not null references buyer (code),
    channel         varchar(16)   not null check (channel in
        ('PORTAL', 'WEB_FORM', 'SALES_CALL', 'EMAIL', 'DISTRIBUTOR', 'API')),
    buyer_reference varchar(64),
    requirement     varchar(2000),
    urgency         varchar(16)   not null check (urgency in ('NORMAL', 'URGENT', 'CRITICAL')),
    needed_by       date,
    segment         varchar(40),
    price_tier      varchar(40),
    received_by     varchar(200)  not null,
    received_by_id  varchar(254)  not null,
    by_staff        boolean       not null,
    received_at     timestamptz   not null
);
create index inquiry_of_buyer on inquiry (buyer_code);
comment on table inquiry is 'A request for a quote as it came in; its number is the business key of the whole deal.';
comment on column inquiry.buyer_reference is 'The buyer''s own RFQ number.';

create table inquiry_line (
    inquiry_id bigint         not null references inquiry (id),
    line_no    integer        not null check (line_no > 0),
    sku        varchar(40)    not null references product (sku),
    quantity   numeric(19, 6) not null check (quantity > 0),
    unit       varchar(8)     not null references unit_code (code),
    note       varchar(500),
    primary key (inquiry_id, line_no)
);
comment on table inquiry_line is 'What an inquiry asks for.';

create table deal (
    number         varchar(16)    primary key references inquiry (number),
    buyer_code     varchar(40)    not null references buyer (code),
    buyer_name     varchar(200)   not null,
    stage          varchar(20)    not null check (stage in
        ('INQUIRY', 'QUOTING', 'IN_APPROVAL', 'WITH_BUYER', 'ORDERED', 'AWAITING_ADVANCE', 'IN_FULFILMENT',
         'AWAITING_STOCK', 'DISPATCHED', 'AWAITING_PAYMENT', 'CLOSED', 'LOST', 'CANCELLED')),
    segment        varchar(40),
    value_amount   numeric(19, 4),
    value_currency varchar(3)     check (value_currency ~ '^[A-Z]{3}$'),
    requirement    varchar(2000),
    received_at    timestamptz    not null,
    changed_at     timestamptz    not null,
    constraint deal_value_whole_or_absent check ((value_amount is null) = (value_currency is null))
);
create index deal_by_change on deal (changed_at desc, number desc);
create index deal_of_buyer on deal (buyer_code, changed_at desc, number desc);
create index deal_in_stage on deal (stage, changed_at desc, number desc);
comment on table deal is 'How far an inquiry has come and what it is worth.';

create table deal_entry (
    id              bigint        generated always as identity primary key,
    deal_number     varchar(16)   not null references deal (number),
    at              timestamptz   not null,
    fact            varchar(1000) not null,
    document_number varchar(64),
    by_name         varchar(200)  not null,
    for_buyer       boolean       not null
);
create index deal_entry_of_deal on deal_entry (deal_number, id);
comment on table deal_entry is 'One line of a deal''s timeline; only ever added to.';
