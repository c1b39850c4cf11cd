-- Who is served first, from where, and why.

alter table backorder
    add column priority       integer not null default 50 check (priority between 1 and 99),
    add column remaining_days integer not null default 0 check (remaining_days >= 0),
    add column all_at_once    boolean not null default false,
    add column expected_on    date,
    add column expected_why   varchar(500);
comment on column backorder.priority is 'Higher is served first; set anew by planners in allocation_priority.';
comment on column backorder.remaining_days is 'Days a batch must still be usable for this buyer when it leaves.';
comment on column backorder.all_at_once is 'The buyer takes the order whole or not yet; such an order keeps no place against others.';
comment on column backorder.expected_on is 'Day the line is expected to leave, as the buyer was told; null where nobody knows.';

create table allocation_priority (
    order_number varchar(16)  primary key references sales_order (number),
    priority     integer      not null check (priority between 1 and 99),
    reason       varchar(500) not null check (reason <> ''),
    set_by       varchar(200) not null,
    set_at       timestamptz  not null
);
comment on table allocation_priority is 'A planner has moved this order up or down; it counts instead of the table''s priority.';

create table allocation_run (
    id           bigint      primary key default nextval('tradeflow_id_seq'),
    order_number varchar(16) not null references sales_order (number),
    run_at       timestamptz not null,
    outcome      varchar(12) not null,
    options      jsonb       not null
);
create index allocation_run_of_order on allocation_run (order_number);
comment on table allocation_run is 'Which warehouses were compared when stock was allocated, at what cost, and which were taken.';

create table warehouse_distance (
    warehouse_code varchar(20)   not null references warehouse (code),
    pin_prefix     varchar(6)    not null check (pin_prefix ~ '^[1-9][0-9]{0,5}$'),
    km             numeric(8, 1) not null check (km >= 0),
    primary key (warehouse_code, pin_prefix)
);
comment on table warehouse_distance is 'Road distance from a warehouse to where PIN codes begin like this; the longest beginning counts.';

create table remaining_life (
    buyer_code varchar(40) primary key references buyer (code),
    days       integer     not null check (days between 1 and 3650)
);
comment on table remaining_life is 'Days a batch must still be usable when it leaves for this buyer; without a row it may be used up to its last day.';
