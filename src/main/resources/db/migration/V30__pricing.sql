-- Price lists.

create table price_row (
    id            bigint         generated always as identity primary key,
    level         varchar(8)     not null check (level in ('CUSTOMER', 'GROUP', 'BASE')),
    owner         varchar(40),
    sku           varchar(40)    not null references product (sku),
    currency      varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    from_quantity numeric(19, 6) not null check (from_quantity > 0),
    unit_price    numeric(19, 4) not null check (unit_price > 0),
    valid_from    date           not null,
    valid_until   date,
    constraint base_has_no_owner check ((level = 'BASE') = (owner is null)),
    constraint price_period check (valid_until >= valid_from),
    constraint price_row_once
        unique nulls not distinct (sku, currency, level, owner, from_quantity, valid_from)
);
comment on table price_row is
    'One price of one SKU from a quantity and a day on: for a customer, a group (price tier) or everybody.';
comment on column price_row.owner is 'Buyer code at level CUSTOMER, price tier at level GROUP.';
comment on column price_row.valid_until is 'Last day, inclusive; null means until further notice.';
