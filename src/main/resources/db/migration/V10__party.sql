-- The selling company, its branches, the buyers and the sign-ins of their users.

create table selling_company (
    only_row        boolean      primary key default true check (only_row),
    legal_name      varchar(200) not null,
    trade_name      varchar(200) not null,
    pan             varchar(10)  not null check (pan ~ '^[A-Z]{5}[0-9]{4}[A-Z]$'),
    cin             varchar(21),
    iec             varchar(10)  check (iec ~ '^[A-Z0-9]{10}$'),
    currency        varchar(3)   not null check (currency ~ '^[A-Z]{3}$'),
    email           varchar(254) not null,
    phone           varchar(30),
    website         varchar(200),
    lut_arn         varchar(20),
    lut_valid_from  date,
    lut_valid_until date,
    constraint lut_whole_or_absent check (num_nulls(lut_arn, lut_valid_from, lut_valid_until) in (0, 3)),
    constraint lut_period check (lut_valid_until >= lut_valid_from)
);
comment on table selling_company is 'The company that sells: one row, because one installation serves one legal entity.';

create table branch (
    code           varchar(40)  primary key check (code ~ '^[A-Z0-9][A-Z0-9-]*$'),
    name           varchar(200) not null,
    gstin          varchar(15)  not null unique check (gstin ~ '^[0-9A-Z]{15}$'),
    line1          varchar(200) not null,
    line2          varchar(200),
    city           varchar(100) not null,
    state_code     varchar(2)   not null check (state_code ~ '^[0-9]{2}$'),
    state_name     varchar(100) not null,
    pin            varchar(12)  not null,
    country        varchar(2)   not null check (country ~ '^[A-Z]{2}$'),
    warehouse_code varchar(40)  not null unique,
    invoice_series varchar(4)   not null unique check (invoice_series ~ '^[A-Z][A-Z0-9]*$'),
    account_name   varchar(200) not null,
    bank           varchar(200) not null,
    account_number varchar(34)  not null,
    ifsc           varchar(11)  not null check (ifsc ~ '^[A-Z]{4}0[A-Z0-9]{6}$'),
    upi_id         varchar(100)
);
comment on table branch is 'A place of business of the selling company with its own GSTIN, warehouse and invoice series.';

create table buyer (
    code               varchar(40)  primary key check (code ~ '^[A-Z0-9][A-Z0-9-]*$'),
    legal_name         varchar(200) not null,
    trade_name         varchar(200) not null,
    category           varchar(20)  not null check (category in
        ('D2C_BRAND', 'EXPORTER', 'MANUFACTURER', 'WHOLESALER', 'DISTRIBUTOR', 'RETAIL_CHAIN', 'INSTITUTION')),
    tax_registration   varchar(20)  not null check (tax_registration in
        ('REGULAR', 'COMPOSITION', 'SEZ', 'UNREGISTERED', 'OVERSEAS')),
    gstin              varchar(15)  check (gstin ~ '^[0-9A-Z]{15}$'),
    bill_to_line1      varchar(200) not null,
    bill_to_line2      varchar(200),
    bill_to_city       varchar(100) not null,
    bill_to_state_code varchar(2)   not null check (bill_to_state_code ~ '^[0-9]{2}$'),
    bill_to_state_name varchar(100) not null,
    bill_to_pin        varchar(12)  not null,
    bill_to_country    varchar(2)   not null check (bill_to_country ~ '^[A-Z]{2}$'),
    ship_to_line1      varchar(200) not null,
    ship_to_line2      varchar(200),
    ship_to_city       varchar(100) not null,
    ship_to_state_code varchar(2)   not null check (ship_to_state_code ~ '^[0-9]{2}$'),
    ship_to_state_name varchar(100) not null,
    ship_to_pin        varchar(12)  not null,
    ship_to_country    varchar(2)   not null check (ship_to_country ~ '^[A-Z]{2}$'),
    price_group        varchar(40),
    currency           varchar(3)   not null check (currency ~ '^[A-Z]{3}$'),
    credit_days        integer      not null check (credit_days between 0 and 365),
    contact_name       varchar(200) not null,
    email              varchar(254) not null,
    phone              varchar(30),
    constraint gstin_goes_with_registration
        check ((gstin is null) = (tax_registration in ('UNREGISTERED', 'OVERSEAS'))),
    constraint overseas_means_outside_india
        check ((bill_to_country <> 'IN') = (tax_registration = 'OVERSEAS'))
);
comment on table buyer is 'A company that buys, with how it stands to GST and where it is billed and delivered.';

create table buyer_user (
    user_id       varchar(254) primary key check (user_id = lower(user_id)),
    name          varchar(200) not null,
    buyer_code    varchar(40)  not null references buyer (code),
    password_hash varchar(200) not null,
    opened_at     timestamptz  not null
);
create index buyer_user_of_buyer on buyer_user (buyer_code);
comment on table buyer_user is 'The sign-in of a person who acts for a buyer; never a user of the engine.';
