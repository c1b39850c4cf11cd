-- When goods arrive at the buyer, and why then.

create table transit_time (
    id             bigint      primary key default nextval('tradeflow_id_seq'),
    warehouse_code varchar(20) references warehouse (code),
    pin_prefix     varchar(6)  check (pin_prefix ~ '^[1-9][0-9]{0,5}$'),
    state_code     varchar(2)  check (state_code ~ '^[0-9]{2}$'),
    days           integer     not null check (days between 0 and 365),
    valid_from     date        not null,
    valid_to       date,
    constraint one_kind_of_place check (num_nonnulls(pin_prefix, state_code) <= 1),
    constraint transit_ends_after_it_begins check (valid_to >= valid_from),
    constraint one_transit_time_at_a_time exclude using gist (
        coalesce(warehouse_code, '') with =, coalesce(pin_prefix, '') with =, coalesce(state_code, '') with =,
        daterange(valid_from, valid_to, '[]') with &&)
);
comment on table transit_time is
    'Days goods are on the way: from a warehouse or any, to where PIN codes begin like this, to a state, or to anywhere.';

create table order_promise (
    order_number    varchar(16)  not null references sales_order (number),
    line_no         integer      not null check (line_no > 0),
    promised_on     date,
    first_promised  date,
    reason          varchar(1000) not null,
    buyer_reason    varchar(1000) not null,
    promised_at     timestamptz  not null,
    primary key (order_number, line_no)
);
comment on table order_promise is 'The day the last of an order line arrives, and why then; empty where nobody knows yet.';
comment on column order_promise.first_promised is 'The first day that could be named, so that it shows how far it moved.';
