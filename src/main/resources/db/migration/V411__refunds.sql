-- Money that came for an order which is cancelled, or for the part of it that is, is paid back.

create sequence refund_number_seq;

create table refund (
    number       varchar(16)    primary key,
    deal_number  varchar(16)    not null,
    order_number varchar(16)    not null references sales_order (number),
    buyer_code   varchar(40)    not null references buyer (code),
    buyer_name   varchar(200)   not null,
    currency     varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    amount       numeric(19, 4) not null check (amount > 0),
    reason       varchar(500)   not null check (reason <> ''),
    due_since    timestamptz    not null,
    paid_on      date,
    reference    varchar(64)    check (reference = upper(btrim(reference)) and reference <> ''),
    paid_by      varchar(200),
    paid_at      timestamptz,
    constraint refund_paid_as_a_whole check (num_nulls(paid_on, reference, paid_by, paid_at) in (0, 4)),
    constraint refund_reference_once unique (buyer_code, reference)
);
create unique index refund_due_once on refund (order_number) where paid_at is null;
create index refund_of_deal on refund (deal_number);
comment on table refund is 'Owed back to a buyer by finance; due until it has a reference of the bank.';

alter table receipt
    add column refunded numeric(19, 4) not null default 0 check (refunded >= 0),
    add constraint never_used_beyond_amount check (applied + refunded <= amount);
comment on column receipt.refunded is 'What of it is promised back to the buyer by refunds; no invoice takes it any more.';

create function refund_stays() returns trigger language plpgsql as $$
declare
    fate constant text[] := array['paid_on', 'reference', 'paid_by', 'paid_at'];
begin
    if tg_op = 'DELETE' or old.paid_at is not null or to_jsonb(old) - fate <> to_jsonb(new) - fate then
        raise exception 'Refund % is kept as it was', old.number using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger refund_stays before update or delete on refund for each row execute function refund_stays();
