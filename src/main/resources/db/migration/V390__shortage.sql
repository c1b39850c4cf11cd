-- What was decided about goods that are missing, line by line, with the products offered in their place and what is produced.

create table shortage_decision (
    id           bigint       primary key default nextval('tradeflow_id_seq'),
    order_number varchar(16)  not null references sales_order (number),
    deal_number  varchar(16)  not null references deal (number),
    reason       varchar(500),
    decided_by   varchar(200) not null,
    decided_at   timestamptz  not null
);
create index shortage_decision_of_deal on shortage_decision (deal_number, id);
comment on table shortage_decision is 'A stock planner''s word on what an order still lacks; the newest one counts. The buyer gets one mail for each.';

create sequence production_number_seq;

create table production_request (
    number            varchar(16)    primary key,
    sku               varchar(40)    not null references product (sku),
    warehouse_code    varchar(20)    not null references warehouse (code),
    quantity          numeric(19, 6) not null check (quantity > 0),
    unit              varchar(8)     not null,
    first_expected_on date           not null,
    expected_on       date           not null,
    told_before       date           not null,
    status            varchar(16)    not null check (status in ('REQUESTED', 'IN_PRODUCTION', 'RECEIVED', 'CANCELLED')),
    order_number      varchar(16)    not null references sales_order (number),
    order_line_no     integer        not null check (order_line_no > 0),
    deal_number       varchar(16)    not null references deal (number),
    requested_by      varchar(200)   not null,
    requested_at      timestamptz    not null,
    started_by        varchar(200),
    started_at        timestamptz,
    received          numeric(19, 6) check (received > 0),
    batch             varchar(40),
    ended_by          varchar(200),
    ended_at          timestamptz,
    note              varchar(500),
    constraint received_says_how_much check ((status = 'RECEIVED') = (received is not null)),
    constraint ended_says_by_whom check ((status in ('RECEIVED', 'CANCELLED')) = (ended_by is not null))
);
create index production_request_of_deal on production_request (deal_number);
create index production_request_open on production_request (expected_on) where status in ('REQUESTED', 'IN_PRODUCTION');
comment on table production_request is 'Goods asked of the plant for an order line; what comes in is a stock receipt under this number.';

create table shortage_line (
    decision_id       bigint         not null references shortage_decision (id),
    order_line_no     integer        not null check (order_line_no > 0),
    sku               varchar(40)    not null references product (sku),
    description       varchar(500)   not null,
    quantity          numeric(19, 6) not null check (quantity > 0),
    unit              varchar(8)     not null,
    choice            varchar(12)    not null check (choice in ('WAIT', 'SPLIT', 'SUBSTITUTE', 'PRODUCE', 'CANCEL')),
    expected_on       date,
    substitute_sku    varchar(40)    references product (sku),
    unit_price        numeric(19, 4) check (unit_price > 0),
    warehouse_code    varchar(20)    references warehouse (code),
    production_number varchar(16)    references production_request (number),
    primary key (decision_id, order_line_no),
    constraint a_substitute_is_a_product_with_a_price check
        (case when choice = 'SUBSTITUTE' then num_nulls(substitute_sku, unit_price) = 0 else num_nonnulls(substitute_sku, unit_price) = 0 end),
    constraint production_has_a_day check (choice <> 'PRODUCE' or expected_on is not null)
);
comment on column shortage_line.expected_on is 'The new date the buyer was told; null where none can be named.';

create table substitution (
    id            bigint         primary key default nextval('tradeflow_id_seq'),
    decision_id   bigint         not null references shortage_decision (id),
    order_number  varchar(16)    not null references sales_order (number),
    deal_number   varchar(16)    not null references deal (number),
    order_line_no integer        not null,
    quantity      numeric(19, 6) not null check (quantity > 0),
    unit          varchar(8)     not null,
    sku           varchar(40)    not null references product (sku),
    description   varchar(500)   not null,
    hsn           varchar(8)     not null,
    unit_price    numeric(19, 4) not null check (unit_price > 0),
    currency      varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    status        varchar(12)    not null check (status in ('PROPOSED', 'AGREED', 'DECLINED', 'LAPSED', 'WITHDRAWN')),
    answer_by     date           not null,
    answered_by   varchar(200),
    answered_at   timestamptz,
    note          varchar(500),
    new_line_no   integer,
    constraint agreed_has_its_line check ((status = 'AGREED') = (new_line_no is not null)),
    constraint answered_says_by_whom check (status = 'PROPOSED' or answered_by is not null)
);
create unique index one_open_substitution_per_line on substitution (order_number, order_line_no) where status = 'PROPOSED';
create index substitution_of_deal on substitution (deal_number);
comment on table substitution is 'Another product offered in place of one that is missing; with the buyer''s yes the order line is replaced.';
