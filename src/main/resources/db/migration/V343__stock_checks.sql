-- The books are checked against their ledger, and what is repaired is kept with who and why.

create table stock_check (
    id          bigint      primary key default nextval('tradeflow_id_seq'),
    checked_at  timestamptz not null,
    checked_by  varchar(200) not null,
    balances    integer     not null,
    differences integer     not null
);
comment on table stock_check is 'Each time the balances were recomputed from their ledger, and how many did not agree.';

create table stock_repair (
    id                 bigint         primary key default nextval('tradeflow_id_seq'),
    balance_id         bigint         not null references stock_balance (id),
    on_hand_before     numeric(19, 6) not null,
    allocated_before   numeric(19, 6) not null,
    held_before        numeric(19, 6) not null,
    quarantined_before numeric(19, 6) not null,
    on_hand            numeric(19, 6) not null,
    allocated          numeric(19, 6) not null,
    held               numeric(19, 6) not null,
    quarantined        numeric(19, 6) not null,
    reason             varchar(500)   not null check (reason <> ''),
    repaired_by        varchar(200)   not null,
    repaired_at        timestamptz    not null
);
comment on table stock_repair is 'A balance that did not agree was set to what its ledger, allocations and holds say.';
