-- What buyers owe or will owe, as rows that move with the order, and how much of it was agreed.

create table credit_account (
    buyer_code          varchar(40)    not null references buyer (code),
    currency            varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    group_code          varchar(40)    check (group_code = upper(btrim(group_code)) and group_code <> ''),
    credit_limit        numeric(19, 4) check (credit_limit >= 0),
    valid_until         date,
    set_by              varchar(200),
    set_at              timestamptz,
    confirmed           numeric(19, 4) not null default 0 check (confirmed >= 0),
    dispatched_unbilled numeric(19, 4) not null default 0 check (dispatched_unbilled >= 0),
    receivable          numeric(19, 4) not null default 0 check (receivable >= 0),
    unapplied           numeric(19, 4) not null default 0 check (unapplied <= 0),
    primary key (buyer_code, currency),
    constraint limit_is_somebodys check ((credit_limit is null) = (set_by is null) and (set_by is null) = (set_at is null)),
    constraint only_a_limit_ends check (valid_until is null or credit_limit is not null)
);
create index credit_account_of_group on credit_account (group_code, currency) where group_code is not null;
comment on table credit_account is 'One for each buyer and currency: the limit, and beside it the sums of the exposure rows; whoever moves one holds this row.';
comment on column credit_account.group_code is 'Accounts of one group and currency are judged together: their exposures against the sum of their limits.';
comment on column credit_account.credit_limit is 'Null where none was agreed.';
comment on column credit_account.valid_until is 'Last day of the limit, null for no end; a limit that has ended allows nothing.';

create table credit_limit_change (
    id           bigint         generated always as identity primary key,
    buyer_code   varchar(40)    not null,
    currency     varchar(3)     not null,
    old_limit    numeric(19, 4),
    new_limit    numeric(19, 4) not null check (new_limit >= 0),
    valid_until  date,
    group_code   varchar(40),
    reason       varchar(500)   not null check (btrim(reason) <> ''),
    changed_by   varchar(200)   not null,
    changed_at   timestamptz    not null,
    foreign key (buyer_code, currency) references credit_account (buyer_code, currency)
);
create index credit_limit_change_of_account on credit_limit_change (buyer_code, currency, id);
comment on table credit_limit_change is 'Who set which limit when and why; append-only.';

create table exposure (
    bucket       varchar(20)    not null check (bucket in ('CONFIRMED', 'DISPATCHED_UNBILLED', 'RECEIVABLE', 'UNAPPLIED')),
    number       varchar(40)    not null,
    buyer_code   varchar(40)    not null,
    currency     varchar(3)     not null,
    order_number varchar(16)    not null,
    deal_number  varchar(16)    not null,
    due_on       date,
    amount       numeric(19, 4) not null,
    since        timestamptz    not null,
    primary key (bucket, number),
    foreign key (buyer_code, currency) references credit_account (buyer_code, currency),
    constraint money_received_counts_against_debt check (case when bucket = 'UNAPPLIED' then amount <= 0 else amount >= 0 end),
    constraint only_receivables_are_due check ((bucket = 'RECEIVABLE') = (due_on is not null))
);
create index exposure_of_account on exposure (buyer_code, currency) where amount <> 0;
comment on table exposure is 'What is left of one obligation in one bucket: of an order what is neither dispatched nor invoiced, of a shipment what is not invoiced, of an invoice what is not paid, of a receipt what no invoice has taken.';
comment on column exposure.number is 'Of the order, shipment, invoice or receipt, by bucket.';

create table exposure_entry (
    id         bigint         generated always as identity primary key,
    occasion   varchar(80)    not null,
    bucket     varchar(20)    not null,
    number     varchar(40)    not null,
    buyer_code varchar(40)    not null,
    currency   varchar(3)     not null,
    change     numeric(19, 4) not null check (change <> 0),
    at         timestamptz    not null,
    foreign key (bucket, number) references exposure (bucket, number),
    constraint an_occasion_moves_an_obligation_once unique (occasion, bucket, number)
);
create index exposure_entry_of_obligation on exposure_entry (bucket, number, id);
comment on table exposure_entry is 'The ledger behind exposure and credit_account; append-only. One occasion, such as "invoiced PN/2627/000001", takes from one obligation what it gives to another.';

create function refuse_change_of_credit_history() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger exposure_entry_append_only before update or delete or truncate on exposure_entry
    for each statement execute function refuse_change_of_credit_history();
create trigger credit_limit_change_append_only before update or delete or truncate on credit_limit_change
    for each statement execute function refuse_change_of_credit_history();

-- What stands open in a folder that was in use before there was this room.

insert into credit_account (buyer_code, currency)
select distinct buyer_code, currency from sales_order;

with invoiced as (
    select order_number, sum(amount) as amount from open_item group by order_number
), given_up as (
    select order_id, sum(net * short_closed / ordered) / nullif(sum(net), 0) as share from sales_order_line group by order_id
)
insert into exposure (bucket, number, buyer_code, currency, order_number, deal_number, amount, since)
select 'CONFIRMED', o.number, o.buyer_code, o.currency, o.number, o.deal_number,
    case when o.status = 'CONFIRMED'
        then greatest(0, o.grand_total - coalesce(i.amount, 0) - round(o.grand_total * coalesce(g.share, 0), 2)) else 0 end,
    now()
from sales_order o left join invoiced i on i.order_number = o.number left join given_up g on g.order_id = o.id;

insert into exposure (bucket, number, buyer_code, currency, order_number, deal_number, amount, since)
select 'DISPATCHED_UNBILLED', i.shipment_number, o.buyer_code, o.currency, o.number, o.deal_number, 0, now()
from tax_invoice i join sales_order o on o.number = i.order_number;

insert into exposure (bucket, number, buyer_code, currency, order_number, deal_number, due_on, amount, since)
select 'RECEIVABLE', i.invoice_number, i.buyer_code, i.currency, i.order_number, i.deal_number, i.due_on, i.amount - i.paid, now()
from open_item i;

insert into exposure (bucket, number, buyer_code, currency, order_number, deal_number, amount, since)
select 'UNAPPLIED', r.number, r.buyer_code, r.currency, r.order_number, r.deal_number, r.applied - r.amount, now() from receipt r;

insert into exposure_entry (occasion, bucket, number, buyer_code, currency, change, at)
select 'taken over', bucket, number, buyer_code, currency, amount, since from exposure where amount <> 0;

update credit_account a
set confirmed = s.confirmed, dispatched_unbilled = s.dispatched_unbilled, receivable = s.receivable, unapplied = s.unapplied
from (
    select buyer_code, currency,
        sum(amount) filter (where bucket = 'CONFIRMED') as confirmed,
        coalesce(sum(amount) filter (where bucket = 'DISPATCHED_UNBILLED'), 0) as dispatched_unbilled,
        coalesce(sum(amount) filter (where bucket = 'RECEIVABLE'), 0) as receivable,
        coalesce(sum(amount) filter (where bucket = 'UNAPPLIED'), 0) as unapplied
    from exposure group by buyer_code, currency
) s
where s.buyer_code = a.buyer_code and s.currency = a.currency;
