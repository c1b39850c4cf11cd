-- An order on hold keeps its turn for a while only; and a planner may give one order's goods to another.

alter table backorder add column passed boolean not null default false;
comment on column backorder.passed is
    'The order is on hold longer than it keeps its turn: others go first until it is released.';

create table reallocation (
    id         bigint         primary key default nextval('tradeflow_id_seq'),
    from_order varchar(16)    not null references sales_order (number),
    to_order   varchar(16)    not null references sales_order (number),
    sku        varchar(40)    not null references stock_item (sku),
    quantity   numeric(19, 6) not null check (quantity > 0),
    reason     varchar(500)   not null check (reason <> ''),
    moved_by   varchar(200)   not null,
    moved_at   timestamptz    not null,
    constraint reallocation_between_two check (from_order <> to_order)
);
create index reallocation_from on reallocation (from_order);
create index reallocation_to on reallocation (to_order);
comment on table reallocation is 'Goods a stock planner took from one order for another before they were picked, and why; append-only.';

create function reallocation_stays() returns trigger language plpgsql as $$
begin
    raise exception 'Reallocation % is kept as it was', old.id using errcode = 'restrict_violation';
end $$;
create trigger reallocation_stays before update or delete on reallocation
    for each row execute function reallocation_stays();
