-- A note over a bill that was revised corrects its revised invoice (CGST Act s. 34 speaks of the tax invoice): its lines, rates and heads. A
-- bill that notes have changed before is revised by what they left of it.

alter table revised_invoice_line
    add column quantity      numeric(19, 6) check (quantity >= 0),
    add column taxable_value numeric(19, 4) check (taxable_value >= 0);

alter table revised_invoice_line disable trigger revised_invoice_line_stays_as_issued;
update revised_invoice_line t set quantity = l.quantity, taxable_value = l.inr_net
    from revised_invoice r join tax_invoice_line l on l.invoice_id = r.invoice_id
    where r.id = t.revised_invoice_id and l.line_no = t.line_no;
alter table revised_invoice_line enable trigger revised_invoice_line_stays_as_issued;

alter table revised_invoice_line
    alter column quantity set not null,
    alter column taxable_value set not null;
comment on column revised_invoice_line.quantity is 'Of the line of the bill, less what credit notes before had taken back.';
comment on column revised_invoice_line.taxable_value is 'Of the line of the bill, less what credit notes before had taken and with what debit notes had added.';

alter table tax_note_invoice add column revised_invoice_id bigint references revised_invoice (id);
comment on column tax_note_invoice.revised_invoice_id is 'The revised invoice whose tax the note changes; null where the invoice was not revised by then.';
create index tax_note_invoice_of_revised on tax_note_invoice (revised_invoice_id) where revised_invoice_id is not null;

create function tax_note_quotes_the_revised_invoice() returns trigger language plpgsql as $$
begin
    if new.revised_invoice_id is distinct from (select r.id from revised_invoice r where r.invoice_id = new.invoice_id) then
        raise exception 'a note over invoice % goes by its revised invoice', new.invoice_number using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger tax_note_quotes_the_revised_invoice before insert on tax_note_invoice
    for each row execute function tax_note_quotes_the_revised_invoice();

-- All credit notes of an invoice line together stay within it; those since it was revised within its line of the revised invoice.
create or replace function tax_note_stays_within_invoice() returns trigger language plpgsql as $$
declare
    invoiced record;
    credited record;
    revised  bigint;
begin
    perform 1 from tax_invoice i where i.id = new.invoice_id for no key update;
    if exists (select 1 from tax_note n where n.id = new.note_id and n.kind = 'DBN') then
        if new.quantity <> 0 then
            raise exception 'a debit note adds value, no goods' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    select r.id into revised from revised_invoice r where r.invoice_id = new.invoice_id;
    if revised is null then
        select l.quantity, l.net - l.discount_share + l.freight_share + l.packing_share + l.insurance_share as value,
               l.inr_net as inr_value, l.cgst, l.igst
          into invoiced
          from tax_invoice_line l where l.invoice_id = new.invoice_id and l.line_no = new.invoice_line_no;
    else
        select l.quantity, l.taxable_value as value, l.taxable_value as inr_value, l.cgst, l.igst
          into invoiced
          from revised_invoice_line l where l.revised_invoice_id = revised and l.line_no = new.invoice_line_no;
        if not found then
            raise exception 'the revised invoice has no line %', new.invoice_line_no using errcode = 'check_violation';
        end if;
    end if;
    select coalesce(sum(l.quantity), 0) + new.quantity as quantity,
           coalesce(sum(l.taxable_value), 0) + new.taxable_value as value,
           coalesce(sum(l.inr_taxable_value), 0) + new.inr_taxable_value as inr_value,
           coalesce(sum(l.cgst), 0) + new.cgst as cgst, coalesce(sum(l.igst), 0) + new.igst as igst
      into credited
      from tax_note_line l join tax_note n on n.id = l.note_id
        join tax_note_invoice o on o.note_id = l.note_id and o.invoice_id = l.invoice_id
     where l.invoice_id = new.invoice_id and l.invoice_line_no = new.invoice_line_no and n.kind = 'CRN'
       and (o.revised_invoice_id is not distinct from revised
           or n.issued_at > (select r.issued_at from revised_invoice r where r.id = revised));
    if credited.quantity > invoiced.quantity or credited.value > invoiced.value or credited.inr_value > invoiced.inr_value
            or credited.cgst > invoiced.cgst or credited.igst > invoiced.igst then
        raise exception 'credit notes would take more than line % of the invoice has', new.invoice_line_no
            using errcode = 'check_violation', constraint = 'notes_stay_within_the_invoice';
    end if;
    return new;
end $$;
