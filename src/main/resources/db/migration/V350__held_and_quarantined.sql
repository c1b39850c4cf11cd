-- What is held back (quarantine) and what is kept for a deal for a while (a hold) are two numbers.

alter table stock_balance
    add column quarantined numeric(19, 6) not null default 0,
    add constraint quarantined_not_negative check (quarantined >= 0),
    drop constraint no_oversell;
update stock_balance set quarantined = held, held = 0 where held <> 0;
alter table stock_balance
    add constraint no_oversell check (allocated + held + quarantined <= on_hand);
comment on table stock_balance is
    'What lies in a warehouse of one product and batch; available is on hand minus allocated minus held minus quarantined and cannot become negative.';
comment on column stock_balance.held is 'Kept for deals for a while, until their orders are confirmed or the hold ends.';
comment on column stock_balance.quarantined is 'On hand, but not to be used: failed inspection, expired, damaged.';

alter table stock_ledger
    alter column kind type varchar(20),
    drop constraint stock_ledger_kind_check,
    drop constraint shrinkage_has_a_reason,
    drop constraint a_movement_moves,
    add column quarantined_change numeric(19, 6) not null default 0;

-- the ledger keeps its history; only the name of the number changes, here and never again
alter table stock_ledger disable trigger stock_ledger_append_only;
update stock_ledger set quarantined_change = held_change, held_change = 0 where kind = 'QUARANTINE';
alter table stock_ledger enable trigger stock_ledger_append_only;

alter table stock_ledger
    alter column quarantined_change drop default,
    add constraint a_movement_moves
        check (on_hand_change <> 0 or allocated_change <> 0 or held_change <> 0 or quarantined_change <> 0),
    add constraint stock_ledger_kind_check check (kind in
        ('RECEIPT', 'ALLOCATION', 'RELEASE', 'SHORT_PICK', 'QUARANTINE', 'DISPATCH', 'COUNT', 'HOLD', 'HOLD_END',
         'ADJUSTMENT', 'QUARANTINE_END', 'SCRAP', 'TRANSFER_OUT', 'TRANSFER_IN', 'RETURN')),
    add constraint shrinkage_has_a_reason check
        (kind not in ('SHORT_PICK', 'QUARANTINE', 'COUNT', 'ADJUSTMENT', 'QUARANTINE_END', 'SCRAP') or reason <> '');

create table stock_hold (
    id          bigint         primary key default nextval('tradeflow_id_seq'),
    deal_number varchar(16)    not null references deal (number),
    balance_id  bigint         not null references stock_balance (id),
    quantity    numeric(19, 6) not null check (quantity > 0),
    placed_at   timestamptz    not null,
    expires_at  timestamptz    not null,
    ended_at    timestamptz,
    outcome     varchar(10)    check (outcome in ('ALLOCATED', 'EXPIRED', 'RELEASED', 'RENEWED')),
    constraint hold_ends_after_it_began check (expires_at > placed_at),
    constraint ended_hold_has_its_outcome check ((ended_at is null) = (outcome is null))
);
create unique index one_live_hold_per_deal_and_balance on stock_hold (deal_number, balance_id) where ended_at is null;
create index live_holds_of_balance on stock_hold (balance_id) where ended_at is null;
comment on table stock_hold is
    'Stock kept for a deal whose order is not to be allocated yet: it waits for an approval, an advance, or its confirmation. It ends by itself.';
