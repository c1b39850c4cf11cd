-- How the buyer wants an order delivered: stated with the acceptance, kept on the order.

create table delivery_wishes (
    quote_number    varchar(16)  primary key,
    revision        integer      not null,
    shipping_policy varchar(10)  not null check (shipping_policy in ('AS_READY', 'COMPLETE')),
    instructions    varchar(2000) check (instructions <> ''),
    ship_to         jsonb,
    incoterm        varchar(3)   check (incoterm in
        ('EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP')),
    incoterm_place  varchar(200),
    stated_by       varchar(200) not null,
    stated_at       timestamptz  not null,
    foreign key (quote_number, revision) references quote (number, revision)
);
comment on table delivery_wishes is
    'Stated with the latest acceptance of a quote; becomes part of the order once the acceptance takes effect.';
comment on column delivery_wishes.revision is 'Whose line numbers the wanted days speak of.';

create table delivery_wish_date (
    quote_number varchar(16) not null references delivery_wishes (quote_number) on delete cascade,
    line_no      integer     not null check (line_no > 0),
    requested_on date        not null,
    primary key (quote_number, line_no)
);

alter table sales_order
    add column shipping_policy       varchar(10)   not null default 'AS_READY'
        check (shipping_policy in ('AS_READY', 'COMPLETE')),
    add column delivery_instructions varchar(2000),
    add column incoterm              varchar(3)    check (incoterm in
        ('EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP')),
    add column incoterm_place        varchar(200);
alter table sales_order_line add column requested_on date;
comment on column sales_order.shipping_policy is 'COMPLETE: nothing leaves before all of it can.';
comment on column sales_order_line.requested_on is 'The day the buyer wants the line; what is promised is another matter.';
