-- A registration may count from an earlier day than its certificate: what was supplied in between went on bills of supply without tax, and
-- revised invoices follow them (CGST Act s. 31(3)(a), rule 53).

alter table branch
    add column registered_from date,
    add column certified_on    date,
    add constraint branch_registration_is_whole check ((registered_from is null) = (certified_on is null)),
    add constraint branch_certificate_is_not_before_registration check (certified_on >= registered_from);
comment on column branch.registered_from is 'Day the registration counts from, where its certificate came later; else null.';
comment on column branch.certified_on is 'Day of the certificate of registration; until then no tax is charged.';

create table revised_invoice (
    id              bigint         generated always as identity primary key,
    number          varchar(16)    not null unique,
    invoice_id      bigint         not null constraint invoice_is_revised_once unique references tax_invoice (id),
    seller_gstin    varchar(15)    not null check (seller_gstin ~ '^[0-9A-Z]{15}$'),
    financial_year  varchar(4)     not null check (financial_year ~ '^[0-9]{4}$'),
    series          varchar(4)     not null,
    serial          bigint         not null check (serial > 0),
    issued_on       date           not null,
    due_on          date           not null check (due_on >= issued_on),
    place_of_supply varchar(2)     not null check (place_of_supply ~ '^[0-9]{2}$'),
    inter_state     boolean        not null,
    nature          varchar(100)   not null,
    supply_type     varchar(6)     check (supply_type in ('B2B', 'SEZWP', 'DEXP')),
    reverse_charge  boolean        not null,
    taxable_value   numeric(19, 4) not null,
    cgst            numeric(19, 4) not null,
    sgst            numeric(19, 4) not null,
    igst            numeric(19, 4) not null,
    round_off       numeric(19, 4) not null,
    grand_total     numeric(19, 4) not null,
    billed          numeric(19, 4) not null check (billed >= 0),
    document_id     bigint         not null,
    issued_by       varchar(200)   not null,
    issued_at       timestamptz    not null,
    constraint revised_invoice_serial_once unique (seller_gstin, financial_year, series, serial),
    constraint revised_invoice_bears_tax check (cgst + sgst + igst > 0),
    constraint revised_invoice_adds_up check
        (grand_total = taxable_value + case when reverse_charge then 0 else cgst + sgst + igst end + round_off)
);
comment on table revised_invoice is 'A revised invoice in INR against one bill of supply from before the certificate of registration.';
comment on column revised_invoice.billed is 'Grand total of the original; the buyer owes what is more than that.';

create table revised_invoice_line (
    revised_invoice_id bigint         not null references revised_invoice (id),
    line_no            integer        not null,
    treatment          varchar(12)    not null,
    rate               numeric(9, 6)  not null check (rate >= 0),
    cgst               numeric(19, 4) not null,
    sgst               numeric(19, 4) not null,
    igst               numeric(19, 4) not null,
    primary key (revised_invoice_id, line_no)
);
comment on table revised_invoice_line is 'The tax of each line of the original, by its line number.';

create function revised_invoice_stays_as_issued() returns trigger language plpgsql as $$
begin
    raise exception 'an issued revised invoice stays as it is' using errcode = 'restrict_violation';
end $$;
create trigger revised_invoice_stays_as_issued before update or delete on revised_invoice
    for each row execute function revised_invoice_stays_as_issued();
create trigger revised_invoice_line_stays_as_issued before update or delete on revised_invoice_line
    for each row execute function revised_invoice_stays_as_issued();
create trigger revised_series_is_taken before insert on document_series
    for each row when (new.document_type = 'RVI') execute function invoice_series_is_taken();

alter table open_item
    alter column kind type varchar(16),
    drop constraint open_item_kind_check,
    add constraint open_item_kind_check check (kind in ('INVOICE', 'DEBIT_NOTE', 'REVISED_INVOICE'));
