-- Part of what a return claims of a line may be credited by a note that finance had issued already, the rest by the return's own.

alter table credit_claim drop constraint one_claim_per_invoice_line;
create unique index one_open_claim_per_invoice_line on credit_claim (return_number, invoice_number, invoice_line_no)
    where credit_note_number is null;
create unique index one_claim_per_invoice_line_and_note
    on credit_claim (return_number, invoice_number, invoice_line_no, credit_note_number) where credit_note_number is not null;
create index credit_claim_of_note on credit_claim (credit_note_number) where credit_note_number is not null;
comment on column credit_claim.is_note is
    'Whether the credit note was issued here, for the return or before it by finance; false where its number was entered by hand, as it was before.';
