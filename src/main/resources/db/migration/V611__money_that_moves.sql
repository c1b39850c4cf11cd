-- How a refund was paid; money on account that becomes an order's; a bank line that is several receipts.

alter table refund
    add column mode    varchar(8)  check (mode in ('NEFT', 'RTGS', 'IMPS', 'UPI', 'CHEQUE', 'CASH', 'WIRE')),
    add column account varchar(60) check (btrim(account) <> ''),
    add constraint refund_mode_when_paid check (paid_at is not null or mode is null and account is null);
comment on column refund.mode is 'How it was paid; null on refunds from before that was kept.';
comment on column refund.account is 'The account it was paid to, or whom a cheque names; null where nobody said.';

create or replace function refund_stays() returns trigger language plpgsql as $$
declare
    fate constant text[] := array['paid_on', 'reference', 'paid_by', 'paid_at', 'mode', 'account'];
begin
    if tg_op = 'DELETE' or old.paid_at is not null or to_jsonb(old) - fate <> to_jsonb(new) - fate then
        raise exception 'Refund % is kept as it was', old.number using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create table bank_line_share (
    line_id        bigint         not null references bank_line (id),
    share_no       integer        not null check (share_no > 0),
    receipt_number varchar(16)    not null unique references receipt (number),
    primary key (line_id, share_no)
);
comment on table bank_line_share is 'The receipts of a line that came for several buyers or orders; together its amount. The line itself names the first.';
create function shares_come_to_the_line() returns trigger language plpgsql as $$
begin
    if (select amount from bank_line where id = new.line_id)
            <> (select sum(r.amount) from bank_line_share s join receipt r on r.number = s.receipt_number where s.line_id = new.line_id) then
        raise exception 'the receipts of bank line % do not come to its amount', new.line_id
            using errcode = 'check_violation', constraint = 'shares_come_to_the_line';
    end if;
    return null;
end $$;
create constraint trigger shares_come_to_the_line after insert on bank_line_share
    deferrable initially deferred for each row execute function shares_come_to_the_line();
