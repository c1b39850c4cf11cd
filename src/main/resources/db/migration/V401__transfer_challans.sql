-- Delivery challans of transfers between warehouses of one GSTIN (CGST rule 55(1)(c)), in the series of the branch's other challans, and their
-- e-way bills.

create table transfer_challan (
    number          varchar(16)    primary key check (number = upper(number)),
    seller_gstin    varchar(15)    not null,
    financial_year  varchar(4)     not null,
    series          varchar(4)     not null,
    serial          bigint         not null check (serial > 0),
    transfer_number varchar(16)    not null unique references stock_transfer (number),
    branch_code     varchar(20)    not null,
    issued_on       date           not null,
    total           numeric(19, 2) not null check (total >= 0),
    document_id     bigint         not null references frozen_document (id),
    issued_by       varchar(200)   not null,
    issued_at       timestamptz    not null,
    unique (seller_gstin, financial_year, series, serial)
);
comment on table transfer_challan is 'Challans of transfers between warehouses of one GSTIN, values in INR; no supply, so no tax. Never changed.';

create table transfer_challan_line (
    challan_number varchar(16)    not null references transfer_challan (number),
    line_no        integer        not null check (line_no > 0),
    sku            varchar(40)    not null,
    batch          varchar(40)    not null,
    description    text           not null,
    hsn            varchar(8)     not null,
    quantity       numeric(19, 6) not null check (quantity > 0),
    unit           varchar(3)     not null,
    unit_price     numeric(19, 4) not null check (unit_price >= 0),
    value          numeric(19, 2) not null check (value >= 0),
    primary key (challan_number, line_no)
);

create trigger transfer_challan_stays before update or delete on transfer_challan
    for each row execute function delivery_challan_stays();
create trigger transfer_challan_line_stays before update or delete on transfer_challan_line
    for each row execute function delivery_challan_stays();

create table transfer_eway_bill (
    transfer_number varchar(16)  primary key references stock_transfer (number),
    number          varchar(12)  not null unique check (number ~ '^[0-9]{12}$'),
    generated_at    timestamptz  not null,
    distance_km     integer      not null check (distance_km between 0 and 4000),
    vehicle_number  varchar(15),
    valid_until     timestamptz,
    recorded_by     varchar(200) not null,
    constraint valid_with_a_vehicle check ((vehicle_number is null) = (valid_until is null))
);
comment on table transfer_eway_bill is 'The number the portal gave for a transfer; it holds from when the vehicle is known.';
