-- What invoices still have to bring in, and the money that came.

create table open_item (
    invoice_number varchar(16)    primary key references tax_invoice (number),
    deal_number    varchar(16)    not null,
    order_number   varchar(16)    not null,
    buyer_code     varchar(40)    not null references buyer (code),
    buyer_name     varchar(200)   not null,
    issued_on      date           not null,
    due_on         date           not null,
    currency       varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    amount         numeric(19, 4) not null check (amount >= 0),
    paid           numeric(19, 4) not null check (paid >= 0),
    constraint never_paid_beyond_amount check (paid <= amount)
);
create index open_item_of_order on open_item (order_number);
create index open_item_of_deal on open_item (deal_number);
create index open_item_still_open on open_item (due_on) where paid < amount;
comment on table open_item is 'What an issued invoice has to bring in, and how much of it has come.';

create sequence receipt_number_seq;
comment on sequence receipt_number_seq is 'Serials of receipt numbers; gaps are normal.';

create table receipt (
    number       varchar(16)    primary key,
    deal_number  varchar(16)    not null,
    order_number varchar(16)    not null references sales_order (number),
    buyer_code   varchar(40)    not null references buyer (code),
    invoice_number varchar(16)  references tax_invoice (number),
    currency     varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    amount       numeric(19, 4) not null check (amount > 0),
    applied      numeric(19, 4) not null check (applied >= 0),
    mode         varchar(8)     not null check (mode in ('NEFT', 'RTGS', 'IMPS', 'UPI', 'CHEQUE', 'CASH', 'WIRE')),
    reference    varchar(64)    not null check (reference = upper(btrim(reference)) and reference <> ''),
    received_on  date           not null,
    recorded_by  varchar(200)   not null,
    recorded_at  timestamptz    not null,
    constraint receipt_booked_once unique (buyer_code, reference),
    constraint never_applied_beyond_amount check (applied <= amount)
);
create index receipt_of_order on receipt (order_number);
create index receipt_of_deal on receipt (deal_number);
comment on table receipt is 'Money that came in for an order; what no invoice has taken yet is unapplied.';
comment on column receipt.invoice_number is 'The invoice the payer named, null for money on the order.';

create table receipt_application (
    receipt_number varchar(16)    not null references receipt (number),
    invoice_number varchar(16)    not null references open_item (invoice_number),
    amount         numeric(19, 4) not null check (amount > 0),
    applied_at     timestamptz    not null,
    primary key (receipt_number, invoice_number)
);
create index receipt_application_of_invoice on receipt_application (invoice_number);
comment on table receipt_application is 'How much of a receipt went to which invoice; append-only, open_item.paid and receipt.applied are its sums.';
