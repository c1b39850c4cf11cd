-- What can be sold. Search forgives typing errors with trigrams (an extension that a database's owner may create).

create extension if not exists pg_trgm;

create table unit_code (
    code varchar(8)   primary key check (code ~ '^[A-Z]{3}$'),
    name varchar(40)  not null
);
comment on table unit_code is 'The unit quantity codes (UQC) that GST documents may carry.';

insert into unit_code (code, name) values
    ('BAG', 'bags'), ('BAL', 'bale'), ('BDL', 'bundles'), ('BKL', 'buckles'), ('BOU', 'billion of units'),
    ('BOX', 'box'), ('BTL', 'bottles'), ('BUN', 'bunches'), ('CAN', 'cans'), ('CBM', 'cubic metres'),
    ('CCM', 'cubic centimetres'), ('CMS', 'centimetres'), ('CTN', 'cartons'), ('DOZ', 'dozens'), ('DRM', 'drums'),
    ('GGK', 'great gross'), ('GMS', 'grams'), ('GRS', 'gross'), ('GYD', 'gross yards'), ('KGS', 'kilograms'),
    ('KLR', 'kilolitres'), ('KME', 'kilometres'), ('LTR', 'litres'), ('MLT', 'millilitres'), ('MTR', 'metres'),
    ('MTS', 'metric tons'), ('NOS', 'numbers'), ('OTH', 'others'), ('PAC', 'packs'), ('PCS', 'pieces'),
    ('PRS', 'pairs'), ('QTL', 'quintals'), ('ROL', 'rolls'), ('SET', 'sets'), ('SQF', 'square feet'),
    ('SQM', 'square metres'), ('SQY', 'square yards'), ('TBS', 'tablets'), ('TGM', 'ten gross'), ('THD', 'thousands'),
    ('TON', 'tonnes'), ('TUB', 'tubes'), ('UGS', 'US gallons'), ('UNT', 'units'), ('YDS', 'yards');

create table product (
    sku                    varchar(40)    primary key check (sku ~ '^[A-Z0-9][A-Z0-9./-]*$'),
    name                   varchar(200)   not null check (name <> ''),
    family                 varchar(100)   not null check (family <> ''),
    variant                varchar(200),
    hsn                    varchar(8)     not null check (hsn ~ '^([0-9]{4}|[0-9]{6}|[0-9]{8})$'),
    unit                   varchar(8)     not null references unit_code (code),
    minimum_order_quantity numeric(19, 6) not null check (minimum_order_quantity > 0),
    order_multiple         numeric(19, 6) not null check (order_multiple > 0),
    batch_tracked          boolean        not null,
    cost                   numeric(19, 4) not null check (cost >= 0),
    cost_currency          varchar(3)     not null check (cost_currency ~ '^[A-Z]{3}$'),
    active                 boolean        not null,
    search_text            text           not null generated always as
        (lower(sku || ' ' || name || ' ' || coalesce(variant, '') || ' ' || family)) stored
);
comment on table product is 'One SKU that can be sold, often a variant within a family; the cost is the standard cost per unit.';
create index product_search on product using gin (search_text gin_trgm_ops);
