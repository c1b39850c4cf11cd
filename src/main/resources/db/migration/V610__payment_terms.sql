-- Payment terms in full: instalments, due days, and what is taken off for paying early. Orders and quotes from before have one instalment.

alter table quote
    add column advance_percent numeric(9, 6),
    add column credit_days     integer,
    add column instalments     varchar(300),
    add column due_day         varchar(60),
    add column early_discount  varchar(60),
    add constraint quote_payment_together check ((advance_percent is null) = (credit_days is null));
comment on column quote.instalments is 'As the table of payment terms writes them; null for all at once. With the other columns of payment null on quotes from before they were stated.';

alter table sales_order
    add column instalments    varchar(300),
    add column due_day        varchar(60),
    add column early_discount varchar(60);
comment on column sales_order.instalments is 'As the table of payment terms writes them, as sold; null for all at once.';

-- What of a receivable is due when; one that is due at once has no rows.
create table exposure_instalment (
    bucket varchar(20)    not null default 'RECEIVABLE' check (bucket = 'RECEIVABLE'),
    number varchar(40)    not null,
    due_on date           not null,
    amount numeric(19, 4) not null check (amount > 0),
    primary key (number, due_on),
    foreign key (bucket, number) references exposure (bucket, number)
);
comment on table exposure_instalment is 'Of a receivable in instalments: what is due when. Whatever settles it settles first what is due first.';

create view receivable_due as
select e.number, e.buyer_code, e.currency, e.order_number, e.deal_number, e.since,
       coalesce(i.due_on, e.due_on) as due_on,
       case when i.due_on is null then e.amount else least(i.amount, greatest(e.amount - i.later, 0)) end as amount
from exposure e
left join lateral (
    select p.due_on, p.amount,
           coalesce(sum(p.amount) over (order by p.due_on desc rows between unbounded preceding and 1 preceding), 0) as later
    from exposure_instalment p where p.number = e.number) i on true
where e.bucket = 'RECEIVABLE' and e.amount <> 0;
comment on view receivable_due is 'What of each receivable is left, by the day it is due.';

alter table open_item
    add column discount_percent numeric(9, 6) check (discount_percent > 0 and discount_percent < 100),
    add column discount_until   date,
    add constraint discount_as_a_whole check ((discount_percent is null) = (discount_until is null)),
    add constraint discount_only_as_agreed check (discounted = 0 or discount_percent is not null);
comment on column open_item.due_on is 'When the last of it is due.';
comment on column open_item.discount_until is 'The last day on which paying all of it earns the discount.';

create table open_item_instalment (
    invoice_number varchar(16)    not null references open_item (invoice_number),
    due_on         date           not null,
    amount         numeric(19, 4) not null check (amount >= 0),
    primary key (invoice_number, due_on)
);
comment on table open_item_instalment is 'What of an open item is due when; together its amount; one without rows is due as a whole. Whatever settles it settles first what is due first.';

create function instalments_come_to_the_item() returns trigger language plpgsql as $$
begin
    if (select amount from open_item where invoice_number = new.invoice_number)
            <> (select sum(amount) from open_item_instalment where invoice_number = new.invoice_number) then
        raise exception 'the instalments of % do not come to its amount', new.invoice_number
            using errcode = 'check_violation', constraint = 'instalments_come_to_the_item';
    end if;
    return null;
end $$;
create constraint trigger instalments_come_to_the_item after insert on open_item_instalment
    deferrable initially deferred for each row execute function instalments_come_to_the_item();
create trigger open_item_instalment_stays before update or delete or truncate on open_item_instalment
    for each statement execute function refuse_change_of_settlements();
