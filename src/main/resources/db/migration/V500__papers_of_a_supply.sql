-- What an invoice is (tax invoice, bill of supply, both on one paper), how it is reported, who owes the tax, and who chose its place.

alter table buyer drop constraint buyer_tax_registration_check;
alter table buyer add constraint buyer_tax_registration_check check
    (tax_registration in ('REGULAR', 'COMPOSITION', 'SEZ', 'DEEMED_EXPORT', 'UNREGISTERED', 'OVERSEAS'));

-- Every room of tax documents brings types of its own; the shape is all that is common to them.
alter table document_series drop constraint document_series_document_type_check;
alter table document_series add constraint document_series_document_type_check check (document_type ~ '^[A-Z]{3}$');
create trigger bill_series_is_taken before insert on document_series
    for each row when (new.document_type = 'BOS') execute function invoice_series_is_taken();

alter table tax_invoice
    add column paper varchar(30) not null default 'TAX_INVOICE'
        constraint tax_invoice_paper check (paper in ('TAX_INVOICE', 'BILL_OF_SUPPLY', 'INVOICE_CUM_BILL_OF_SUPPLY')),
    add column supply_type varchar(6)
        constraint tax_invoice_supply_type check (supply_type in ('B2B', 'SEZWP', 'SEZWOP', 'EXPWP', 'EXPWOP', 'DEXP')),
    add column reverse_charge boolean not null default false,
    add column place_override_why varchar(80),
    add column place_override_by varchar(200),
    add constraint tax_invoice_place_override check ((place_override_why is null) = (place_override_by is null)),
    add constraint tax_invoice_reverse_charge_needs_gstin check (not reverse_charge or buyer_gstin is not null),
    add constraint tax_invoice_bill_bears_no_tax check
        (paper <> 'BILL_OF_SUPPLY' or (cgst = 0 and igst = 0 and inr_cgst = 0 and inr_igst = 0)),
    drop constraint tax_invoice_adds_up,
    drop constraint tax_invoice_adds_up_in_inr,
    add constraint tax_invoice_adds_up check
        (grand_total = taxable_value + case when reverse_charge then 0 else cgst + sgst + igst end + round_off),
    add constraint tax_invoice_adds_up_in_inr check (inr_grand_total = inr_taxable_value
        + case when reverse_charge then 0 else inr_cgst + inr_sgst + inr_igst end + inr_round_off),
    drop constraint tax_invoice_serial_once,
    drop constraint tax_invoice_shipment_number_key,
    alter column shipment_number drop not null;
create unique index tax_invoice_serial_once
    on tax_invoice (seller_gstin, financial_year, series, (paper = 'BILL_OF_SUPPLY'), serial);

-- What older invoices say in words is what they are.
alter table tax_invoice disable trigger tax_invoice_stays_as_issued;
update tax_invoice set supply_type = case nature
    when 'Export under LUT without payment of tax' then 'EXPWOP'
    when 'Export with payment of tax' then 'EXPWP'
    when 'Supply to SEZ under LUT without payment of tax' then 'SEZWOP'
    when 'Supply to SEZ with payment of tax' then 'SEZWP'
    else case when buyer_gstin is not null then 'B2B' end end;
alter table tax_invoice enable trigger tax_invoice_stays_as_issued;

comment on table tax_invoice is 'A GST tax invoice or bill of supply, never changed once issued.';
comment on column tax_invoice.shipment_number is 'The one shipment it is for; null where it is for several, see tax_invoice_shipment.';
comment on column tax_invoice.supply_type is 'As it is reported (FORM GST INV-01); null for consumers and where there is no tax invoice.';
comment on column tax_invoice.reverse_charge is 'The recipient owes the tax, which is in no total.';
comment on column tax_invoice.place_override_why is 'Why somebody chose the State of delivery as place of supply; null where the law decided.';

create table tax_invoice_shipment (
    invoice_id      bigint      not null references tax_invoice (id),
    shipment_number varchar(16) not null references shipment (number),
    paper           varchar(30) not null,
    primary key (invoice_id, shipment_number),
    constraint tax_invoice_once_per_shipment_and_paper unique (shipment_number, paper)
);
comment on table tax_invoice_shipment is 'The shipments an invoice is for; a shipment is invoiced once on each paper.';
insert into tax_invoice_shipment (invoice_id, shipment_number, paper) select id, shipment_number, paper from tax_invoice;
create trigger tax_invoice_shipment_stays_as_issued before update or delete on tax_invoice_shipment
    for each row execute function tax_invoice_stays_as_issued();
create trigger tax_invoice_shipment_is_never_emptied before truncate on tax_invoice_shipment
    for each statement execute function tax_invoice_stays_as_issued();
create trigger tax_invoice_shipment_comes_with_invoice before insert on tax_invoice_shipment
    for each row execute function tax_invoice_line_comes_with_invoice();

create table invoice_terms (
    order_number       varchar(16)  primary key references sales_order (number),
    reverse_charge     boolean      not null,
    reverse_charge_why varchar(200),
    place_of_supply    varchar(2)   check (place_of_supply ~ '^[0-9]{2}$'),
    place_why          varchar(80),
    schedule_wish      varchar(20)
        check (schedule_wish in ('PER_SHIPMENT', 'PER_ORDER', 'WEEKLY', 'MONTHLY', 'LOTS')),
    port_of_loading    varchar(60),
    port_of_discharge  varchar(60),
    delivery_terms     varchar(60),
    decided_by         varchar(200) not null,
    decided_at         timestamptz  not null,
    constraint reverse_charge_has_a_reason check (not reverse_charge or reverse_charge_why is not null),
    constraint place_has_a_reason check ((place_of_supply is null) = (place_why is null))
);
comment on table invoice_terms is 'What finance has decided about the invoices of an order; an order without a row is invoiced as usual.';
