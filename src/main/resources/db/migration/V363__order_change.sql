-- A confirmed order is changed by a set of changes that is previewed, approved as it is, and applied at once.

alter table sales_order_line
    add column agreed_price    numeric(19, 4),
    add column agreed_quantity numeric(19, 6);
update sales_order_line set agreed_price = unit_price, agreed_quantity = ordered;
comment on column sales_order_line.agreed_price is
    'Price and quantity as first agreed: what another quantity costs follows from these, so that a change taken back costs the same as before.';

-- a line that is taken out stays with its number and nothing ordered
alter table sales_order_line drop constraint sales_order_line_ordered_check;
alter table sales_order_line add constraint sales_order_line_ordered_check check (ordered >= 0);

create sequence order_change_number_seq;

create table order_change (
    number           varchar(16)   primary key,
    order_number     varchar(16)   not null references sales_order (number),
    deal_number      varchar(16)   not null,
    base_revision    integer       not null check (base_revision >= 0),
    state            varchar(10)   not null check (state in ('PROPOSED', 'APPLIED', 'REFUSED', 'WITHDRAWN', 'OVERTAKEN')),
    draft            jsonb         not null,
    content_hash     varchar(64)   not null check (content_hash ~ '^[0-9a-f]{64}$'),
    sentences        text[]        not null,
    reason           varchar(500)  not null check (reason <> ''),
    currency         varchar(3)    not null,
    total_before     numeric(19, 4) not null,
    total_after      numeric(19, 4) not null,
    proposed_by      varchar(200)  not null,
    proposed_by_id   varchar(254)  not null,
    by_buyer         boolean       not null,
    proposed_at      timestamptz   not null,
    checked_by       varchar(200),
    checked_by_id    varchar(254),
    ended_at         timestamptz,
    ended_by         varchar(200),
    end_reason       varchar(500),
    applied_revision integer,
    constraint order_change_ended check ((state = 'PROPOSED') = (ended_at is null)),
    constraint order_change_applied check ((state = 'APPLIED') = (applied_revision is not null))
);
create unique index order_change_one_open on order_change (order_number) where state = 'PROPOSED';
create index order_change_of_order on order_change (order_number, proposed_at);
comment on table order_change is 'Who wanted what changed on an order, what it came to, and what became of it.';
comment on column order_change.content_hash is 'Approvals of the change are bound to it: the changes with their prices, and the totals they lead to.';

-- No revision of an order without a change that was approved as it is.
create function order_changes_as_approved() returns trigger language plpgsql as $$
begin
    if new.revision <> old.revision and not exists (
            select 1 from order_change c
             where c.order_number = new.number and c.state = 'APPLIED' and c.base_revision = old.revision
               and c.applied_revision = new.revision
               and approval_is_granted('ORDER_CHANGE', c.number, 1, c.content_hash)) then
        raise exception 'order % has no approved change to revision %', new.number, new.revision
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger order_changes_as_approved before update on sales_order
    for each row execute function order_changes_as_approved();

create function order_change_stays() returns trigger language plpgsql as $$
declare
    fate constant text[] := array['state', 'checked_by', 'checked_by_id', 'ended_at', 'ended_by', 'end_reason', 'applied_revision'];
begin
    if tg_op = 'DELETE' or old.state <> 'PROPOSED' or to_jsonb(old) - fate <> to_jsonb(new) - fate then
        raise exception 'Change % is kept as it was', old.number using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger order_change_stays before update or delete on order_change
    for each row execute function order_change_stays();
