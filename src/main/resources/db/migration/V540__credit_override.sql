-- What may be owed above the limit: for one revision of one order, up to an amount and until a day.

create table credit_override (
    id             bigint         primary key default nextval('tradeflow_id_seq'),
    subject_number varchar(16)    not null check (subject_number <> ''),
    revision       integer        not null check (revision >= 0),
    buyer_code     varchar(40)    not null references buyer (code),
    currency       varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    ceiling        numeric(19, 4) not null check (ceiling > 0),
    valid_until    date           not null,
    reason         varchar(500)   not null check (reason <> ''),
    granted_by     varchar(200)   not null,
    granted_at     timestamptz    not null,
    ended_at       timestamptz,
    ended_by       varchar(200),
    constraint credit_override_ended check (num_nulls(ended_at, ended_by) in (0, 2)),
    constraint credit_override_lasts check (valid_until >= granted_at::date - 1)
);
create unique index credit_override_one_stands on credit_override (subject_number, revision) where ended_at is null;
create index credit_override_of_account on credit_override (buyer_code, currency, id);
comment on table credit_override is 'Allows an order to bring its buyer over the credit limit; each revision of an order needs its own.';
comment on column credit_override.subject_number is 'The order; before there is one, the quote or the change of an order that was approved.';
comment on column credit_override.ceiling is 'How much more than the limit may be owed, in the currency of the account.';
comment on column credit_override.valid_until is 'Last day.';

create function credit_override_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_at is not null
            or (to_jsonb(old) - array['ended_at', 'ended_by']) <> (to_jsonb(new) - array['ended_at', 'ended_by']) then
        raise exception 'Credit override % is kept as it was', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger credit_override_stays before update or delete on credit_override
    for each row execute function credit_override_stays();

alter table order_hold drop constraint order_hold_origin_check;
alter table order_hold add constraint order_hold_origin_check check (origin in ('RULE', 'STAFF', 'CHECK'));
comment on column order_hold.origin is 'RULE: order-hold.dmn said so on confirmation. CHECK: credit-reaction.dmn did, on confirmation or before picking.';
