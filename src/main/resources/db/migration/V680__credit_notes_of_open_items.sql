-- What all credit notes over an open item come to. Where it was paid before, less than that is taken off it; the early-payment discount goes by
-- all of them.

alter table open_item add column credit_notes numeric(19, 4) not null default 0;
update open_item i set credit_notes = greatest(i.credited, (
    select coalesce(sum(o.grand_total), 0) from tax_note_invoice o join tax_note n on n.id = o.note_id
    where n.kind = 'CRN' and o.invoice_number = i.invoice_number))
where exists (select from tax_note_invoice o where o.invoice_number = i.invoice_number) or i.credited <> 0;
alter table open_item add constraint credited_only_by_notes check (credit_notes >= credited);
comment on column open_item.credit_notes is 'What all credit notes over it come to; what of them it could not take any more is the buyer''s, as a receipt of mode CREDIT_NOTE.';
