-- Tax invoices: numbered without gaps, unchangeable once issued.

create table document_series (
    gstin          varchar(15) not null check (gstin ~ '^[0-9A-Z]{15}$'),
    financial_year varchar(4)  not null check (financial_year ~ '^[0-9]{4}$'),
    document_type  varchar(3)  not null check (document_type in ('INV', 'CRN', 'DBN')),
    series         varchar(4)  not null,
    last_number    bigint      not null check (last_number > 0),
    last_issued_on date        not null,
    primary key (gstin, financial_year, document_type, series)
);
comment on table document_series is
    'The last number given in a series of tax documents; its row lock in the issuing transaction keeps the series without gaps.';
comment on column document_series.last_issued_on is 'No later number of the series carries an earlier date.';

create table tax_invoice (
    id                bigint         generated always as identity primary key,
    number            varchar(16)    not null unique check (number = upper(number)),
    seller_gstin      varchar(15)    not null,
    financial_year    varchar(4)     not null,
    series            varchar(4)     not null,
    serial            bigint         not null check (serial > 0),
    deal_number       varchar(16)    not null,
    order_number      varchar(16)    not null references sales_order (number),
    shipment_number   varchar(16)    not null unique references shipment (number),
    buyer_code        varchar(40)    not null references buyer (code),
    buyer_name        varchar(200)   not null,
    buyer_gstin       varchar(15),
    branch_code       varchar(20)    not null references branch (code),
    issued_on         date           not null,
    due_on            date           not null check (due_on >= issued_on),
    currency          varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    exchange_rate     numeric(19, 6) not null check (exchange_rate > 0),
    place_of_supply   varchar(2)     not null check (place_of_supply ~ '^[0-9]{2}$'),
    inter_state       boolean        not null,
    nature            varchar(80)    not null,
    endorsement       varchar(200),
    reason            varchar(300)   not null,
    taxable_value     numeric(19, 4) not null,
    cgst              numeric(19, 4) not null,
    sgst              numeric(19, 4) not null,
    igst              numeric(19, 4) not null,
    round_off         numeric(19, 4) not null check (round_off between -0.5 and 0.5),
    grand_total       numeric(19, 4) not null check (grand_total >= 0),
    inr_taxable_value numeric(19, 4) not null,
    inr_cgst          numeric(19, 4) not null,
    inr_sgst          numeric(19, 4) not null,
    inr_igst          numeric(19, 4) not null,
    inr_round_off     numeric(19, 4) not null check (inr_round_off between -0.5 and 0.5),
    inr_grand_total   numeric(19, 4) not null,
    document_id       bigint         not null,
    issued_at         timestamptz    not null,
    constraint tax_invoice_number_once unique (seller_gstin, financial_year, number),
    constraint tax_invoice_serial_once unique (seller_gstin, financial_year, series, serial),
    constraint tax_invoice_equal_halves check (cgst = sgst and inr_cgst = inr_sgst),
    constraint tax_invoice_right_heads check (case when inter_state then cgst = 0 else igst = 0 end),
    constraint tax_invoice_adds_up check (grand_total = taxable_value + cgst + sgst + igst + round_off),
    constraint tax_invoice_adds_up_in_inr check
        (inr_grand_total = inr_taxable_value + inr_cgst + inr_sgst + inr_igst + inr_round_off),
    constraint tax_invoice_rupees_need_no_rate check (currency <> 'INR' or exchange_rate = 1)
);
create index tax_invoice_of_deal on tax_invoice (deal_number);
create index tax_invoice_of_order on tax_invoice (order_number);
comment on table tax_invoice is 'A GST tax invoice: one for each packed shipment, never changed once issued.';
comment on column tax_invoice.exchange_rate is 'INR for one unit of the currency, as notified by customs for the day; 1 for INR.';
comment on column tax_invoice.inr_taxable_value is 'With the columns after it: what goes to the tax office, computed in INR on the converted value.';

create table tax_invoice_line (
    invoice_id    bigint         not null references tax_invoice (id),
    line_no       integer        not null check (line_no > 0),
    order_line_no integer        not null check (order_line_no > 0),
    sku           varchar(40)    not null,
    description   varchar(500)   not null,
    batches       varchar(2000),
    hsn           varchar(8)     not null,
    quantity      numeric(19, 6) not null check (quantity > 0),
    unit          varchar(8)     not null,
    unit_price    numeric(19, 4) not null,
    net           numeric(19, 4) not null,
    treatment     varchar(10)    not null check (treatment in ('TAXABLE', 'NIL', 'EXEMPT', 'NON_GST', 'ZERO_RATED')),
    rate          numeric(9, 6)  not null,
    cgst          numeric(19, 4) not null,
    sgst          numeric(19, 4) not null check (sgst = cgst),
    igst          numeric(19, 4) not null,
    inr_net       numeric(19, 4) not null,
    inr_cgst      numeric(19, 4) not null,
    inr_sgst      numeric(19, 4) not null check (inr_sgst = inr_cgst),
    inr_igst      numeric(19, 4) not null,
    primary key (invoice_id, line_no),
    constraint tax_invoice_line_per_order_line unique (invoice_id, order_line_no)
);
comment on table tax_invoice_line is 'What of an order line a shipment took along, at the price of the order.';

create function tax_invoice_stays_as_issued() returns trigger language plpgsql as $$
begin
    raise exception 'an issued tax invoice stays as it is: correct it by a credit or debit note'
        using errcode = 'restrict_violation';
end $$;
create trigger tax_invoice_stays_as_issued before update or delete on tax_invoice
    for each row execute function tax_invoice_stays_as_issued();
create trigger tax_invoice_line_stays_as_issued before update or delete on tax_invoice_line
    for each row execute function tax_invoice_stays_as_issued();
create trigger tax_invoice_is_never_emptied before truncate on tax_invoice
    for each statement execute function tax_invoice_stays_as_issued();
create trigger tax_invoice_line_is_never_emptied before truncate on tax_invoice_line
    for each statement execute function tax_invoice_stays_as_issued();

-- Lines belong to the transaction that issued their invoice: none is added later.
create function tax_invoice_line_comes_with_invoice() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from tax_invoice i where i.id = new.invoice_id and i.xmin = pg_current_xact_id()::xid) then
        raise exception 'a line cannot be added to an issued tax invoice' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger tax_invoice_line_comes_with_invoice before insert on tax_invoice_line
    for each row execute function tax_invoice_line_comes_with_invoice();
