-- What a buyer paid too little and nobody will ask for any more.

create table write_off_tolerance (
    currency   varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    amount     numeric(19, 4) not null check (amount > 0),
    valid_from date           not null,
    valid_to   date           check (valid_to >= valid_from),
    primary key (currency, valid_from)
);
comment on table write_off_tolerance is 'Up to how much a short payment is proposed for write-off; who approves it is decided by the table write-off-approval.';
insert into write_off_tolerance (currency, amount, valid_from) values ('INR', 10, '2017-07-01'), ('USD', 1, '2017-07-01'), ('EUR', 1, '2017-07-01');

create sequence write_off_number_seq;
create table write_off (
    number         varchar(16)    primary key,
    invoice_number varchar(16)    not null references open_item (invoice_number),
    currency       varchar(3)     not null,
    amount         numeric(19, 4) not null check (amount > 0),
    reason         varchar(10)    not null check (reason in ('FREIGHT', 'QUALITY', 'PRICE', 'ROUNDING', 'OTHER')),
    note           varchar(500)   not null check (btrim(note) <> ''),
    requested_by   varchar(200)   not null,
    requester      varchar(120)   not null,
    requested_at   timestamptz    not null,
    status         varchar(10)    not null check (status in ('REQUESTED', 'BOOKED', 'REFUSED', 'WITHDRAWN', 'OVERTAKEN')),
    decided_by     varchar(200),
    decided_at     timestamptz,
    decision_note  varchar(500),
    constraint decided_as_a_whole check ((status = 'REQUESTED') = (decided_at is null) and (decided_at is null) = (decided_by is null))
);
create unique index write_off_requested_once on write_off (invoice_number) where status = 'REQUESTED';
create index write_off_of_invoice on write_off (invoice_number);
comment on table write_off is 'A wish to settle the rest of an open item without money, and what became of it.';
comment on column write_off.requester is 'Sign-in name, so that nobody approves their own.';
