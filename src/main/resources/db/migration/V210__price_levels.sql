-- Prices over five levels (contract, customer, group, channel, base), for SKU, category and everything, fixed or by percentage;
-- floors, discounts on whole orders, and what buyers agreed on quantities.

create table price_agreement (
    number      varchar(40)  primary key check (number ~ '^[A-Z0-9][A-Z0-9./-]*$'),
    buyer_code  varchar(40)  not null references buyer (code),
    title       varchar(200) not null check (title <> ''),
    valid_from  date         not null,
    valid_until date,
    constraint price_agreement_period check (valid_until >= valid_from),
    unique (number, buyer_code)
);
comment on table price_agreement is 'A contract on prices with a buyer: its rows count within its period only.';

alter table price_row
    drop constraint price_row_level_check,
    drop constraint base_has_no_owner,
    drop constraint price_row_once,
    alter column sku drop not null,
    alter column unit_price drop not null,
    add column agreement varchar(40),
    add column category_code varchar(40) references category (code),
    add column percent numeric(9, 6) check (percent > -100),
    add column percent_of varchar(8) check (percent_of in ('LIST', 'BELOW')),
    add column round_to numeric(19, 4) check (round_to > 0),
    add column surcharge numeric(19, 4),
    add column priority integer not null default 0,
    add constraint price_level check (level in ('CONTRACT', 'CUSTOMER', 'GROUP', 'CHANNEL', 'BASE')),
    add constraint price_owner check ((level = 'BASE') = (owner is null)),
    add constraint price_contract check ((level = 'CONTRACT') = (agreement is not null)),
    add constraint price_agreement_of_its_buyer
        foreign key (agreement, owner) references price_agreement (number, buyer_code),
    add constraint price_scope check (sku is null or category_code is null),
    add constraint price_fixed_or_rule check (
        unit_price is not null and sku is not null and num_nonnulls(percent, percent_of, round_to, surcharge) = 0
        or unit_price is null and percent is not null and percent_of is not null and level <> 'BASE'),
    add constraint price_row_once unique nulls not distinct
        (sku, currency, level, owner, agreement, category_code, from_quantity, valid_from, priority);
comment on table price_row is
    'A fixed price of a SKU, or a percentage rule for a SKU, a category or everything, from a quantity and a day on.';
comment on column price_row.owner is
    'Buyer code at levels CONTRACT and CUSTOMER, price tier at GROUP, channel at CHANNEL, nobody at BASE.';
comment on column price_row.percent is 'What is added to LIST (base price of one) or BELOW (price of the level below); -5 takes 5 % off.';

-- The rules of a buyer, group or channel that are not for one SKU: few, and asked for with every document.
create index price_rule_of_owner on price_row (owner, level) where sku is null;

create table price_floor (
    id            bigint generated always as identity primary key,
    sku           varchar(40) references product (sku),
    category_code varchar(40) references category (code),
    currency      varchar(3) not null check (currency ~ '^[A-Z]{3}$'),
    amount        numeric(19, 4) check (amount > 0),
    over_cost     numeric(9, 6) check (over_cost > -100),
    valid_from    date not null,
    valid_until   date,
    constraint price_floor_scope check (sku is null or category_code is null),
    constraint price_floor_measure check ((amount is null) <> (over_cost is null)),
    constraint price_floor_amount_of_a_sku check (amount is null or sku is not null),
    constraint price_floor_period check (valid_until >= valid_from),
    constraint price_floor_once unique nulls not distinct (sku, category_code, currency, valid_from)
);
comment on table price_floor is 'Below it a price needs an approval: an amount per unit, or a percentage over the standard cost.';

create table bulk_discount (
    id          bigint generated always as identity primary key,
    price_tier  varchar(40),
    currency    varchar(3) not null check (currency ~ '^[A-Z]{3}$'),
    measure     varchar(8) not null check (measure in ('VALUE', 'QUANTITY')),
    unit        varchar(8) references unit_code (code),
    from_amount numeric(19, 6) not null check (from_amount > 0),
    percent     numeric(9, 6) not null check (percent > 0 and percent < 100),
    valid_from  date not null,
    valid_until date,
    constraint bulk_discount_unit check ((measure = 'QUANTITY') = (unit is not null)),
    constraint bulk_discount_period check (valid_until >= valid_from),
    constraint bulk_discount_once unique nulls not distinct
        (price_tier, currency, measure, unit, from_amount, valid_from)
);
comment on table bulk_discount is 'A discount on a whole order from a value or quantity on, for a price tier or everybody.';

create table order_terms (
    id               bigint generated always as identity primary key,
    level            varchar(8) not null check (level in ('CUSTOMER', 'GROUP', 'BASE')),
    owner            varchar(40),
    sku              varchar(40) references product (sku),
    minimum_quantity numeric(19, 6) check (minimum_quantity > 0),
    order_multiple   numeric(19, 6) check (order_multiple > 0),
    order_minimum    numeric(19, 4) check (order_minimum > 0),
    currency         varchar(3) check (currency ~ '^[A-Z]{3}$'),
    valid_from       date not null,
    valid_until      date,
    constraint order_terms_owner check ((level = 'BASE') = (owner is null)),
    constraint order_terms_minimum_is_of_the_order check ((order_minimum is null) = (currency is null)
        and (order_minimum is null or sku is null)),
    constraint order_terms_quantities_are_of_a_product check (
        num_nonnulls(minimum_quantity, order_multiple) = 0 or level <> 'BASE'),
    constraint order_terms_say_something check (num_nonnulls(minimum_quantity, order_multiple, order_minimum) > 0),
    constraint order_terms_period check (valid_until >= valid_from),
    constraint order_terms_once unique nulls not distinct (level, owner, sku, currency, valid_from)
);
comment on table order_terms is
    'Minimum quantity, multiple and order minimum agreed with a buyer or a group; per field the nearest that states it counts.';

alter table product add column gross_weight_kg numeric(12, 4) check (gross_weight_kg > 0);
comment on column product.gross_weight_kg is 'With packing, per unit; null where it was not weighed. Freight by weight needs it.';
