-- Outside systems follow the ledger: every movement has a place in one row without gaps, and changes are told to those who asked for it.

create table stock_change (
    position  bigint primary key check (position > 0),
    ledger_id bigint not null unique
);
comment on table stock_change is
    'The ledger in the order in which its movements became visible. Ids of movements are handed out before they are committed and may become visible out of order; positions do not.';

comment on column stock_change.ledger_id is
    'Id of the movement. Not a foreign key: the ledger is append-only, and a reference would hide that from who tries to empty it.';

create table stock_feed (
    only_one      boolean primary key default true check (only_one),
    last_position bigint  not null default 0,
    floor_id      bigint  not null default 0,
    next_floor_id bigint  not null default 0,
    next_floor_at xid8    not null default '0'
);
comment on table stock_feed is
    'How far the ledger is numbered. No movement up to floor_id is missing; next_floor_id becomes the floor when no transaction from before next_floor_at runs any more.';
insert into stock_feed default values;

create table stock_webhook (
    id             bigint        primary key default nextval('tradeflow_id_seq'),
    url            varchar(500)  not null check (url ~ '^https?://'),
    secret         varchar(100)  not null,
    active         boolean       not null default true,
    after_position bigint        not null,
    created_by     varchar(200)  not null,
    created_at     timestamptz   not null
);
comment on table stock_webhook is 'An outside system that is told when stock changes. Ended ones stay for their history.';

create table stock_webhook_delivery (
    id          bigint       primary key default nextval('tradeflow_id_seq'),
    webhook_id  bigint       not null references stock_webhook (id),
    sku         varchar(40)  not null references product (sku),
    event_id    uuid         not null unique,
    queued_at   timestamptz  not null,
    payload     text,
    sent_at     timestamptz,
    attempts    integer      not null default 0 check (attempts >= 0),
    last_error  varchar(500),
    constraint sent_is_composed check (sent_at is null or payload is not null)
);
comment on table stock_webhook_delivery is 'The outbox of webhooks: one per product until it is composed, so that changes that follow one another are told once.';
create unique index one_waiting_delivery_per_product on stock_webhook_delivery (webhook_id, sku) where payload is null;
