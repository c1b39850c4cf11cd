-- Credit and debit notes (CGST Act s. 34): what corrects issued invoices, line by line, numbered like them and unchangeable like them.

create table tax_note (
    id                bigint         generated always as identity primary key,
    kind              varchar(3)     not null check (kind in ('CRN', 'DBN')),
    number            varchar(16)    not null unique check (number = upper(number)),
    seller_gstin      varchar(15)    not null,
    financial_year    varchar(4)     not null,
    series            varchar(4)     not null,
    serial            bigint         not null check (serial > 0),
    draft_number      varchar(16)    unique,
    return_number     varchar(16),
    deal_number       varchar(16)    not null,
    order_number      varchar(16)    not null references sales_order (number),
    buyer_code        varchar(40)    not null references buyer (code),
    buyer_name        varchar(200)   not null,
    buyer_gstin       varchar(15),
    branch_code       varchar(20)    not null references branch (code),
    issued_on         date           not null,
    due_on            date           check (due_on >= issued_on),
    reason            varchar(20)    not null,
    remark            varchar(500),
    commercial        boolean        not null,
    currency          varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    exchange_rate     numeric(19, 6) not null check (exchange_rate > 0),
    place_of_supply   varchar(2)     not null check (place_of_supply ~ '^[0-9]{2}$'),
    inter_state       boolean        not null,
    nature            varchar(80)    not null,
    endorsement       varchar(200),
    tax_reason        varchar(300)   not null,
    tax_reasons       jsonb          not null,
    reverse_charge    boolean        not null,
    taxable_value     numeric(19, 2) not null check (taxable_value > 0),
    cgst              numeric(19, 2) not null check (cgst >= 0),
    sgst              numeric(19, 2) not null,
    igst              numeric(19, 2) not null check (igst >= 0),
    round_off         numeric(19, 2) not null,
    grand_total       numeric(19, 2) not null check (grand_total >= 0),
    inr_taxable_value numeric(19, 2) not null,
    inr_cgst          numeric(19, 2) not null,
    inr_sgst          numeric(19, 2) not null,
    inr_igst          numeric(19, 2) not null,
    inr_round_off     numeric(19, 2) not null,
    inr_grand_total   numeric(19, 2) not null,
    document_id       bigint         not null,
    issued_by         varchar(200)   not null,
    issued_at         timestamptz    not null,
    constraint tax_note_number_once unique (seller_gstin, financial_year, kind, number),
    constraint tax_note_serial_once unique (seller_gstin, financial_year, kind, series, serial),
    constraint tax_note_equal_halves check (cgst = sgst and inr_cgst = inr_sgst),
    constraint tax_note_right_heads check (case when inter_state then cgst = 0 and inr_cgst = 0 else igst = 0 and inr_igst = 0 end),
    constraint tax_note_adds_up check
        (grand_total = taxable_value + case when reverse_charge then 0 else cgst + sgst + igst end + round_off),
    constraint tax_note_adds_up_in_inr check
        (inr_grand_total = inr_taxable_value + case when reverse_charge then 0 else inr_cgst + inr_sgst + inr_igst end
            + inr_round_off),
    constraint tax_note_rupees_need_no_rate check (currency <> 'INR' or exchange_rate = 1),
    constraint a_commercial_note_has_no_tax check (not commercial or cgst + igst + inr_cgst + inr_igst = 0),
    constraint debit_notes_fall_due check ((kind = 'DBN') = (due_on is not null))
);
create index tax_note_of_deal on tax_note (deal_number);
create index tax_note_of_return on tax_note (return_number) where return_number is not null;
comment on table tax_note is 'Credit and debit notes as issued; place of supply, nature, rates and exchange rate are those of their invoices.';
comment on column tax_note.commercial is 'Issued too late to change the tax (after 30 November of the next financial year): bears none.';
comment on column tax_note.return_number is 'The return it credits; null where finance drafted it.';

create table tax_note_invoice (
    note_id         bigint         not null references tax_note (id),
    invoice_id      bigint         not null references tax_invoice (id),
    invoice_number  varchar(16)    not null,
    invoice_date    date           not null,
    grand_total     numeric(19, 2) not null check (grand_total >= 0),
    round_off       numeric(19, 2) not null check (round_off between -0.5 and 0.5),
    inr_grand_total numeric(19, 2) not null check (inr_grand_total >= 0),
    inr_round_off   numeric(19, 2) not null check (inr_round_off between -0.5 and 0.5),
    primary key (note_id, invoice_id)
);
create index tax_note_invoice_of_invoice on tax_note_invoice (invoice_id);
comment on table tax_note_invoice is 'The invoices a note corrects (CGST rule 53(1A)(g)), with what it takes off or adds to each.';

create table tax_note_line (
    note_id           bigint         not null references tax_note (id),
    line_no           integer        not null check (line_no > 0),
    invoice_id        bigint         not null,
    invoice_line_no   integer        not null,
    order_line_no     integer        not null,
    sku               varchar(40)    not null,
    description       varchar(500)   not null,
    hsn               varchar(8)     not null,
    quantity          numeric(19, 6) not null check (quantity >= 0),
    unit              varchar(8)     not null,
    unit_price        numeric(19, 4) not null check (unit_price >= 0),
    taxable_value     numeric(19, 2) not null check (taxable_value >= 0),
    treatment         varchar(10)    not null,
    rate              numeric(9, 6)  not null,
    cgst              numeric(19, 2) not null check (cgst >= 0),
    sgst              numeric(19, 2) not null check (sgst = cgst),
    igst              numeric(19, 2) not null check (igst >= 0),
    inr_taxable_value numeric(19, 2) not null check (inr_taxable_value >= 0),
    inr_cgst          numeric(19, 2) not null check (inr_cgst >= 0),
    inr_sgst          numeric(19, 2) not null check (inr_sgst = inr_cgst),
    inr_igst          numeric(19, 2) not null check (inr_igst >= 0),
    primary key (note_id, line_no),
    constraint a_note_names_an_invoice_line_once unique (note_id, invoice_id, invoice_line_no),
    foreign key (note_id, invoice_id) references tax_note_invoice (note_id, invoice_id),
    foreign key (invoice_id, invoice_line_no) references tax_invoice_line (invoice_id, line_no)
);
create index tax_note_line_of_invoice_line on tax_note_line (invoice_id, invoice_line_no);
comment on column tax_note_line.quantity is 'What the buyer no longer has or never got; zero where only the value changes.';

create function tax_note_stays_as_issued() returns trigger language plpgsql as $$
begin
    raise exception 'an issued credit or debit note stays as it is' using errcode = 'restrict_violation';
end $$;
create trigger tax_note_stays_as_issued before update or delete on tax_note
    for each row execute function tax_note_stays_as_issued();
create trigger tax_note_invoice_stays_as_issued before update or delete on tax_note_invoice
    for each row execute function tax_note_stays_as_issued();
create trigger tax_note_line_stays_as_issued before update or delete on tax_note_line
    for each row execute function tax_note_stays_as_issued();
create trigger tax_note_is_never_emptied before truncate on tax_note
    for each statement execute function tax_note_stays_as_issued();
create trigger tax_note_invoice_is_never_emptied before truncate on tax_note_invoice
    for each statement execute function tax_note_stays_as_issued();
create trigger tax_note_line_is_never_emptied before truncate on tax_note_line
    for each statement execute function tax_note_stays_as_issued();

-- Invoices and lines belong to the transaction that issued their note.
create function tax_note_part_comes_with_note() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from tax_note n where n.id = new.note_id and n.xmin = pg_current_xact_id()::xid) then
        raise exception 'nothing can be added to an issued credit or debit note' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger tax_note_invoice_comes_with_note before insert on tax_note_invoice
    for each row execute function tax_note_part_comes_with_note();
create trigger tax_note_line_comes_with_note before insert on tax_note_line
    for each row execute function tax_note_part_comes_with_note();

-- All credit notes of an invoice line together stay within it. Notes over one invoice wait for each other.
create function tax_note_stays_within_invoice() returns trigger language plpgsql as $$
declare
    invoiced record;
    credited record;
begin
    perform 1 from tax_invoice i where i.id = new.invoice_id for no key update;
    if exists (select 1 from tax_note n where n.id = new.note_id and n.kind = 'DBN') then
        if new.quantity <> 0 then
            raise exception 'a debit note adds value, no goods' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    select l.quantity, l.net - l.discount_share + l.freight_share + l.packing_share + l.insurance_share as value,
           l.inr_net as inr_value, l.cgst, l.igst
      into invoiced
      from tax_invoice_line l where l.invoice_id = new.invoice_id and l.line_no = new.invoice_line_no;
    select coalesce(sum(l.quantity), 0) + new.quantity as quantity,
           coalesce(sum(l.taxable_value), 0) + new.taxable_value as value,
           coalesce(sum(l.inr_taxable_value), 0) + new.inr_taxable_value as inr_value,
           coalesce(sum(l.cgst), 0) + new.cgst as cgst, coalesce(sum(l.igst), 0) + new.igst as igst
      into credited
      from tax_note_line l join tax_note n on n.id = l.note_id
     where l.invoice_id = new.invoice_id and l.invoice_line_no = new.invoice_line_no and n.kind = 'CRN';
    if credited.quantity > invoiced.quantity or credited.value > invoiced.value or credited.inr_value > invoiced.inr_value
            or credited.cgst > invoiced.cgst or credited.igst > invoiced.igst then
        raise exception 'credit notes would take more than line % of the invoice has', new.invoice_line_no
            using errcode = 'check_violation', constraint = 'notes_stay_within_the_invoice';
    end if;
    return new;
end $$;
create trigger tax_note_line_stays_within_invoice before insert on tax_note_line
    for each row execute function tax_note_stays_within_invoice();

-- Whether the buyer has reversed the input tax credit of a credit note, as it came to be known.
create table tax_note_itc (
    id          bigint       generated always as identity primary key,
    note_id     bigint       not null references tax_note (id),
    status      varchar(10)  not null check (status in ('ASKED', 'DECLARED', 'ACCEPTED', 'REFUSED')),
    on_date     date         not null,
    remark      varchar(500),
    recorded_by varchar(200) not null,
    recorded_at timestamptz  not null
);
create index tax_note_itc_of_note on tax_note_itc (note_id, id);
comment on table tax_note_itc is
    'Dated entries, the last one counts: the supplier''s tax falls only when the registered buyer has reversed the input tax credit (CGST Act s. 34(2)).';
create trigger tax_note_itc_stays before update or delete on tax_note_itc
    for each row execute function tax_note_stays_as_issued();
