-- Delivery challans (CGST rule 55): goods on the road without an invoice of their own, in a consecutive series like invoices.

alter table document_series drop constraint document_series_document_type_check;
alter table document_series add constraint document_series_document_type_check
    check (document_type in ('INV', 'CRN', 'DBN', 'CHL'));

create table delivery_challan (
    number          varchar(16)    primary key check (number = upper(number)),
    seller_gstin    varchar(15)    not null,
    financial_year  varchar(4)     not null,
    series          varchar(4)     not null,
    serial          bigint         not null check (serial > 0),
    shipment_number varchar(16)    not null unique references shipment (number),
    deal_number     varchar(16)    not null,
    order_number    varchar(16)    not null references sales_order (number),
    buyer_code      varchar(40)    not null references buyer (code),
    branch_code     varchar(20)    not null,
    purpose         varchar(20)    not null
        check (purpose in ('REPLACEMENT', 'INVOICE_FOLLOWS', 'LOTS', 'JOB_WORK', 'SAMPLE', 'EXHIBITION')),
    issued_on       date           not null,
    place_of_supply varchar(2)     not null,
    inter_state     boolean        not null,
    taxable_value   numeric(19, 2) not null check (taxable_value >= 0),
    cgst            numeric(19, 2) not null check (cgst >= 0),
    sgst            numeric(19, 2) not null check (sgst = cgst),
    igst            numeric(19, 2) not null check (igst >= 0),
    document_id     bigint         not null references frozen_document (id),
    issued_by       varchar(200)   not null,
    issued_at       timestamptz    not null,
    unique (seller_gstin, financial_year, series, serial),
    constraint one_kind_of_tax check (igst = 0 or cgst = 0),
    constraint tax_only_on_supplies check (purpose in ('INVOICE_FOLLOWS', 'LOTS') or (cgst = 0 and igst = 0))
);
comment on table delivery_challan is 'Delivery challans as issued, amounts in INR; one per shipment, never changed.';
create index delivery_challan_of_deal on delivery_challan (deal_number);

create table delivery_challan_line (
    challan_number varchar(16)    not null references delivery_challan (number),
    line_no        integer        not null check (line_no > 0),
    order_line_no  integer        not null,
    sku            varchar(64)    not null,
    description    text           not null,
    hsn            varchar(8)     not null,
    quantity       numeric(19, 6) not null check (quantity > 0),
    unit           varchar(3)     not null,
    taxable_value  numeric(19, 2) not null check (taxable_value >= 0),
    treatment      varchar(10)    not null,
    rate           numeric(6, 3)  not null check (rate >= 0),
    cgst           numeric(19, 2) not null,
    sgst           numeric(19, 2) not null,
    igst           numeric(19, 2) not null,
    primary key (challan_number, line_no)
);
comment on table delivery_challan_line is 'What a delivery challan names; the rate is zero where the movement is no supply.';

create function delivery_challan_stays() returns trigger language plpgsql as $$
begin
    raise exception 'A delivery challan stays as it was issued' using errcode = 'restrict_violation';
end
$$;
create trigger delivery_challan_stays before update or delete on delivery_challan
    for each row execute function delivery_challan_stays();
create trigger delivery_challan_line_stays before update or delete on delivery_challan_line
    for each row execute function delivery_challan_stays();
