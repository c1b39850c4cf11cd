-- Why an order may not be served yet, who may let it go, and when it was let go.

create table order_hold (
    id              bigint       primary key default nextval('tradeflow_id_seq'),
    order_number    varchar(16)  not null references sales_order (number),
    reason          varchar(24)  not null check (reason ~ '^[A-Z][A-Z_]*$'),
    because         varchar(500) not null check (because <> ''),
    releasing_group varchar(60)  not null check (releasing_group <> ''),
    origin          varchar(5)   not null check (origin in ('RULE', 'STAFF')),
    held_at         timestamptz  not null,
    held_by         varchar(200) not null,
    ended_at        timestamptz,
    ended_by        varchar(200),
    end_reason      varchar(500),
    constraint order_hold_ended check (num_nulls(ended_at, ended_by, end_reason) in (0, 3))
);
create unique index order_hold_open_once on order_hold (order_number, reason) where ended_at is null;
create unique index order_hold_rule_once on order_hold (order_number, reason) where origin = 'RULE';
create index order_hold_of_order on order_hold (order_number, id);
comment on table order_hold is 'While one is open nothing is allocated to the order and no pick list of it is released.';
comment on column order_hold.releasing_group is 'Group of staff that lets the order go.';
comment on column order_hold.origin is 'RULE: order-hold.dmn said so on confirmation.';

create function order_hold_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_at is not null
            or (to_jsonb(old) - array['ended_at', 'ended_by', 'end_reason'])
               <> (to_jsonb(new) - array['ended_at', 'ended_by', 'end_reason']) then
        raise exception 'Hold % of order % is kept as it was', old.id, old.order_number using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger order_hold_stays before update or delete on order_hold
    for each row execute function order_hold_stays();
