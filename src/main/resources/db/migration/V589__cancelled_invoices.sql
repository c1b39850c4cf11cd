-- A cancelled invoice bills nothing; its number stays taken, and its goods are billed again under another one.

create table cancelled_invoice (
    invoice_id   bigint       primary key references tax_invoice (id),
    cancelled_by varchar(200) not null,
    cancelled_at timestamptz  not null
);
comment on table cancelled_invoice is 'Invoices that were cancelled with their registration; what they say stays, but they bill nothing.';
create trigger cancelled_invoice_stays before update or delete on cancelled_invoice
    for each row execute function tax_invoice_stays_as_issued();
create trigger cancelled_invoice_is_never_emptied before truncate on cancelled_invoice
    for each statement execute function tax_invoice_stays_as_issued();

alter table tax_invoice_shipment
    add column stands boolean not null default true,
    drop constraint tax_invoice_once_per_shipment_and_paper;
create unique index tax_invoice_stands_once_per_shipment_and_paper on tax_invoice_shipment (shipment_number, paper) where stands;
comment on table tax_invoice_shipment is 'The shipments an invoice is for; of each paper one stands for a shipment.';
comment on column tax_invoice_shipment.stands is 'False once the invoice is cancelled.';

-- It stands or does not as the invoice does; nothing else of it changes.
create function tax_invoice_shipment_only_stops_standing() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or new.stands or not old.stands
            or (new.invoice_id, new.shipment_number, new.paper) is distinct from (old.invoice_id, old.shipment_number, old.paper)
            or not exists (select 1 from cancelled_invoice c where c.invoice_id = old.invoice_id) then
        raise exception 'what an invoice is for stays as it is until the invoice is cancelled' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
drop trigger tax_invoice_shipment_stays_as_issued on tax_invoice_shipment;
create trigger tax_invoice_shipment_stays_as_issued before update or delete on tax_invoice_shipment
    for each row execute function tax_invoice_shipment_only_stops_standing();

-- Neither a note over a cancelled invoice nor the cancellation of one that has credit notes.
create function cancelled_invoice_has_no_notes() returns trigger language plpgsql as $$
begin
    perform 1 from tax_invoice i where i.id = new.invoice_id for no key update;
    if tg_table_name = 'tax_note_invoice' then
        if exists (select 1 from cancelled_invoice c where c.invoice_id = new.invoice_id) then
            raise exception 'a cancelled invoice is not corrected by a note' using errcode = 'restrict_violation';
        end if;
    elsif exists (select 1 from tax_note_invoice o join tax_note n on n.id = o.note_id
                  where o.invoice_id = new.invoice_id and n.kind = 'CRN') then
        raise exception 'an invoice that has credit notes is not cancelled' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger tax_note_is_over_a_standing_invoice before insert on tax_note_invoice
    for each row execute function cancelled_invoice_has_no_notes();
create trigger cancelled_invoice_has_no_notes before insert on cancelled_invoice
    for each row execute function cancelled_invoice_has_no_notes();
