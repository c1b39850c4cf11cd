-- An open item is settled in several ways. Each is an entry of a ledger that only grows; the database itself keeps the sums and refuses what
-- would settle more than there is.

alter table open_item
    drop constraint open_item_invoice_number_fkey,
    add column kind       varchar(10)    not null default 'INVOICE' check (kind in ('INVOICE', 'DEBIT_NOTE')),
    add column tds        numeric(19, 4) not null default 0 check (tds >= 0),
    add column written_off numeric(19, 4) not null default 0 check (written_off >= 0),
    add column credited   numeric(19, 4) not null default 0 check (credited >= 0),
    add column discounted numeric(19, 4) not null default 0 check (discounted >= 0),
    add column cancelled  numeric(19, 4) not null default 0 check (cancelled >= 0),
    add column settled    numeric(19, 4) generated always as (paid + tds + written_off + credited + discounted + cancelled) stored,
    add constraint never_settled_beyond_amount check (paid + tds + written_off + credited + discounted + cancelled <= amount);
drop index open_item_still_open;
create index open_item_still_open on open_item (due_on) where settled < amount;
create index open_item_of_buyer on open_item (buyer_code, currency, issued_on);
comment on table open_item is 'What an issued invoice or debit note has to bring in, and how much of it is settled in which way.';
comment on column open_item.invoice_number is 'Of the invoice, or of the debit note, which is a claim of its own.';
comment on column open_item.settled is 'The sum of its settlement entries.';

alter table receipt
    alter column deal_number drop not null,
    alter column order_number drop not null,
    drop constraint receipt_invoice_number_fkey,
    add constraint receipt_names_an_open_item foreign key (invoice_number) references open_item (invoice_number),
    alter column mode type varchar(12),
    drop constraint receipt_mode_check,
    add constraint receipt_mode check (mode in ('NEFT', 'RTGS', 'IMPS', 'UPI', 'CHEQUE', 'CASH', 'WIRE', 'CREDIT_NOTE')),
    add column reversed        numeric(19, 4) not null default 0 check (reversed in (0, amount)),
    add column reversed_on     date,
    add column reversed_by     varchar(200),
    add column reversed_reason varchar(500) check (btrim(reversed_reason) <> ''),
    add constraint order_and_deal_together check ((order_number is null) = (deal_number is null)),
    add constraint reversed_as_a_whole check (num_nulls(reversed_on, reversed_by, reversed_reason) = case when reversed = 0 then 3 else 0 end),
    drop constraint never_used_beyond_amount,
    add constraint never_used_beyond_amount check (applied + refunded + reversed <= amount);
create index receipt_unapplied on receipt (buyer_code, received_on) where applied + refunded + reversed < amount;
create index receipt_of_buyer on receipt (buyer_code, currency, received_on);
comment on table receipt is 'Money that came in for an order or on account of the buyer; what no invoice has taken yet is unapplied. Mode CREDIT_NOTE: what a credit note takes off beyond what was open.';
comment on column receipt.order_number is 'Null for money on account.';
comment on column receipt.reversed is 'The whole amount where the money did not come after all, such as a cheque that was returned.';

create table settlement_entry (
    id             bigint         generated always as identity primary key,
    invoice_number varchar(16)    not null references open_item (invoice_number),
    kind           varchar(14)    not null check (kind in ('RECEIPT', 'TDS', 'WRITE_OFF', 'CREDIT_NOTE', 'EARLY_DISCOUNT', 'CANCELLATION')),
    amount         numeric(19, 4) not null check (amount <> 0),
    receipt_number varchar(16)    references receipt (number),
    source         varchar(40),
    reverses       bigint         unique references settlement_entry (id),
    reason         varchar(500)   check (btrim(reason) <> ''),
    booked_on      date           not null,
    booked_by      varchar(200)   not null,
    booked_at      timestamptz    not null,
    constraint money_comes_from_a_receipt check (kind <> 'RECEIPT' or receipt_number is not null),
    constraint only_a_reversal_takes_back check ((amount < 0) = (reverses is not null)),
    constraint a_reversal_says_why check (reverses is null or reason is not null)
);
create index settlement_entry_of_invoice on settlement_entry (invoice_number, id);
create index settlement_entry_of_receipt on settlement_entry (receipt_number, id);
create unique index settlement_entry_once on settlement_entry (kind, source, invoice_number)
    where reverses is null and kind in ('WRITE_OFF', 'CREDIT_NOTE', 'CANCELLATION');
comment on table settlement_entry is 'How much of an open item was settled in which way; append-only. The columns of open_item and receipt.applied are its sums.';
comment on column settlement_entry.source is 'Number of the credit note or write-off, or the section the tax was deducted under.';
comment on column settlement_entry.booked_on is 'The day it counts for: when the money came or the note was issued.';

insert into settlement_entry (invoice_number, kind, amount, receipt_number, booked_on, booked_by, booked_at)
select a.invoice_number, 'RECEIPT', a.amount, a.receipt_number, greatest(r.received_on, i.issued_on), r.recorded_by, a.applied_at
from receipt_application a join receipt r on r.number = a.receipt_number join open_item i on i.invoice_number = a.invoice_number
order by a.applied_at, a.receipt_number, a.invoice_number;
drop table receipt_application;

create function settlement_entry_counts() returns trigger language plpgsql as $$
declare
    reversed settlement_entry;
begin
    if new.reverses is not null then
        select * into reversed from settlement_entry where id = new.reverses;
        if (reversed.invoice_number, reversed.kind, reversed.amount) is distinct from (new.invoice_number, new.kind, -new.amount)
           or reversed.receipt_number is distinct from new.receipt_number or reversed.reverses is not null then
            raise exception 'Entry % does not reverse entry %', new.id, new.reverses using errcode = 'restrict_violation';
        end if;
    end if;
    update open_item set
        paid        = paid        + case when new.kind = 'RECEIPT'        then new.amount else 0 end,
        tds         = tds         + case when new.kind = 'TDS'            then new.amount else 0 end,
        written_off = written_off + case when new.kind = 'WRITE_OFF'      then new.amount else 0 end,
        credited    = credited    + case when new.kind = 'CREDIT_NOTE'    then new.amount else 0 end,
        discounted  = discounted  + case when new.kind = 'EARLY_DISCOUNT' then new.amount else 0 end,
        cancelled   = cancelled   + case when new.kind = 'CANCELLATION'   then new.amount else 0 end
    where invoice_number = new.invoice_number;
    if new.kind = 'RECEIPT' then
        update receipt set applied = applied + new.amount where number = new.receipt_number;
    end if;
    return new;
end $$;
create trigger settlement_entry_counts before insert on settlement_entry
    for each row execute function settlement_entry_counts();

create function refuse_change_of_settlements() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger settlement_entry_append_only before update or delete or truncate on settlement_entry
    for each statement execute function refuse_change_of_settlements();

-- Money on account belongs to no order, nor does what a buyer owes or is owed because of it.
alter table exposure alter column order_number drop not null, alter column deal_number drop not null;

alter table refund
    alter column deal_number drop not null,
    alter column order_number drop not null;
