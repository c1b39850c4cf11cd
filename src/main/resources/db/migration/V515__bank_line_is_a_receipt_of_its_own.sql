-- A line of a bank statement is a receipt of its own. Of lines that became the same receipt the first keeps it; the others are looked at again.

update bank_line l
   set status = 'OPEN', receipt_number = null, decided_by = null, decided_at = null
 where exists (select from bank_line o where o.receipt_number = l.receipt_number and (o.decided_at, o.id) < (l.decided_at, l.id));
alter table bank_line add constraint receipt_of_one_line unique (receipt_number);
comment on column bank_line.entry_key is 'A hash of the content with the bank''s references, and of how many equal ones the file had before it.';

alter table receipt add column stated_parts text;
comment on column receipt.stated_parts is 'What the receipt was said to be for when it was booked, invoice by invoice with tax deducted; empty without a split, null before this was kept.';
