-- The buyer's own house: units, people with roles and limits, deputies, and what they may spend.

create table buyer_unit (
    id         bigint       generated always as identity primary key,
    buyer_code varchar(40)  not null references buyer (code),
    name       varchar(100) not null check (name <> ''),
    parent_id  bigint,
    unique (buyer_code, name),
    unique (id, buyer_code),
    foreign key (parent_id, buyer_code) references buyer_unit (id, buyer_code),
    check (parent_id < id)
);
comment on table buyer_unit is 'Departments and sites of a buyer. A parent is older than its children, so the tree has no circle.';

alter table buyer_user
    add column active      boolean       not null default true,
    add column roles       varchar(16)[] not null default '{BUYER,ADMINISTRATOR}'
        constraint buyer_user_roles check (cardinality(roles) > 0
            and roles <@ array['BUYER', 'APPROVER', 'ADMINISTRATOR', 'VIEWER']::varchar[]),
    add column unit_id     bigint,
    add column order_limit numeric(19, 4) check (order_limit >= 0),
    add column month_limit numeric(19, 4) check (month_limit >= 0),
    add foreign key (unit_id, buyer_code) references buyer_unit (id, buyer_code);
comment on column buyer_user.order_limit is 'What one order may cost without an approval, in the buyer''s currency; empty is no limit, zero lets everything be approved.';
comment on column buyer_user.month_limit is 'As order_limit, for all orders of a calendar month in the seller''s zone.';

create function buyer_keeps_administrator() returns trigger language plpgsql as $$
begin
    -- two administrators who remove each other at once queue up here
    perform 1 from buyer where code = old.buyer_code for update;
    if exists (select from buyer_user where buyer_code = old.buyer_code and active)
        and not exists (select from buyer_user
            where buyer_code = old.buyer_code and active and 'ADMINISTRATOR' = any (roles)) then
        raise exception 'buyer % would be left without an administrator', old.buyer_code
            using errcode = 'check_violation', constraint = 'buyer_keeps_administrator';
    end if;
    return null;
end $$;
create constraint trigger buyer_keeps_administrator after update or delete on buyer_user
    for each row execute function buyer_keeps_administrator();

create table buyer_deputy (
    id         bigint       generated always as identity primary key,
    user_id    varchar(254) not null references buyer_user (user_id),
    deputy_id  varchar(254) not null references buyer_user (user_id),
    from_day   date         not null,
    until_day  date         not null,
    check (from_day <= until_day),
    check (user_id <> deputy_id)
);
create index buyer_deputy_of on buyer_deputy (user_id);
comment on table buyer_deputy is 'Who decides for an approver who is away, first and last day included.';

create table purchase_policy (
    buyer_code         varchar(40) primary key references buyer (code),
    second_level_above numeric(19, 4) check (second_level_above >= 0),
    escalate_after_hours integer not null default 24 check (escalate_after_hours between 1 and 720)
);
comment on table purchase_policy is 'Above which amount a second approver decides too, and after how many hours the next unit up is asked.';

create table buyer_invitation (
    token_hash varchar(64)  primary key,
    user_id    varchar(254) not null references buyer_user (user_id),
    invited_at timestamptz  not null,
    expires_at timestamptz  not null,
    used_at    timestamptz
);
comment on table buyer_invitation is 'Links to set a password with, by the hash of their secret; each works once.';

create table spending_balance (
    user_id     varchar(254)   not null references buyer_user (user_id),
    month       date           not null check (extract(day from month) = 1),
    currency    varchar(3)     not null,
    month_limit numeric(19, 4),
    reserved    numeric(19, 4) not null default 0 check (reserved >= 0),
    spent       numeric(19, 4) not null default 0 check (spent >= 0),
    approved    numeric(19, 4) not null default 0 check (approved >= 0),
    primary key (user_id, month, currency),
    constraint spending_within_limit check (month_limit is null or reserved + spent <= month_limit)
);
comment on table spending_balance is 'What a buyer''s user spent in a month on the own authority, reserved and ordered; approved is what others allowed on top.';

create table spending_reservation (
    id           bigint         generated always as identity primary key,
    user_id      varchar(254)   not null references buyer_user (user_id),
    month        date           not null,
    currency     varchar(3)     not null,
    amount       numeric(19, 4) not null check (amount >= 0),
    deal_number  varchar(16)    not null,
    quote_number varchar(16)    not null,
    revision     integer        not null,
    state        varchar(8)     not null check (state in ('RESERVED', 'SPENT', 'RELEASED')),
    approved     boolean        not null,
    reserved_at  timestamptz    not null,
    changed_at   timestamptz    not null,
    unique (quote_number, revision),
    foreign key (user_id, month, currency) references spending_balance (user_id, month, currency)
);
create index spending_reservation_of_deal on spending_reservation (deal_number);
comment on table spending_reservation is 'One accepted quote against the limit of who accepted it; the balances can be summed up from these rows.';

create table purchase_approval (
    id              bigint         generated always as identity primary key,
    deal_number     varchar(16)    not null references deal (number),
    buyer_code      varchar(40)    not null references buyer (code),
    quote_number    varchar(16)    not null,
    revision        integer        not null,
    content_hash    varchar(64)    not null,
    po_number       varchar(64)    not null,
    po_date         date,
    amount          numeric(19, 4) not null,
    currency        varchar(3)     not null,
    requester_id    varchar(254)   not null,
    requester_name  varchar(200)   not null,
    exceeded        varchar(8)     not null check (exceeded in ('ORDER', 'MONTH', 'CURRENCY')),
    order_limit     numeric(19, 4),
    month_limit     numeric(19, 4),
    month_used      numeric(19, 4) not null,
    levels          integer        not null check (levels in (1, 2)),
    level           integer        not null default 1 check (level between 1 and levels),
    level_open      boolean        not null default true,
    state           varchar(10)    not null check (state in ('OPEN', 'APPROVED', 'REFUSED', 'SENT_BACK', 'LAPSED')),
    open_until      date           not null,
    opened_at       timestamptz    not null,
    ended_at        timestamptz,
    ended_why       varchar(500),
    check ((state = 'OPEN') = (ended_at is null))
);
create unique index purchase_approval_one_open on purchase_approval (quote_number) where state = 'OPEN';
create index purchase_approval_of_deal on purchase_approval (deal_number);
create index purchase_approval_of_buyer on purchase_approval (buyer_code, state);
comment on table purchase_approval is 'A buyer''s own approval of accepting one revision with exactly this content under one PO number.';

create table purchase_approver (
    approval_id bigint       not null references purchase_approval (id),
    level       integer      not null,
    user_id     varchar(254) not null references buyer_user (user_id),
    asked_at    timestamptz  not null,
    escalated   boolean      not null,
    primary key (approval_id, level, user_id)
);
create index purchase_approver_of_user on purchase_approver (user_id);

create table purchase_decision (
    approval_id  bigint       not null references purchase_approval (id),
    level        integer      not null,
    requester_id varchar(254) not null,
    user_id      varchar(254) not null,
    name         varchar(200) not null,
    instead_of   varchar(200),
    outcome      varchar(10)  not null check (outcome in ('APPROVED', 'REFUSED', 'SENT_BACK')),
    comment      varchar(1000),
    decided_at   timestamptz  not null,
    primary key (approval_id, level),
    constraint purchase_decision_two_people unique (approval_id, user_id),
    constraint purchase_decision_four_eyes check (user_id <> requester_id)
);
comment on table purchase_decision is 'One decision per level; nobody decides on the own request or on two levels.';
