-- Proforma invoices: one number for a quote or an order, whatever becomes of its content; they are no tax documents and may leave gaps.

create sequence proforma_invoice_number_seq;

create table proforma_invoice (
    number          varchar(16)    primary key,
    made_for        varchar(5)     not null check (made_for in ('QUOTE', 'ORDER')),
    source_number   varchar(16)    not null,
    source_revision integer        not null check (source_revision >= 0),
    deal_number     varchar(16)    not null,
    buyer_code      varchar(40)    not null references buyer (code),
    issued_on       date           not null,
    valid_until     date,
    currency        char(3)        not null,
    total           numeric(19, 2) not null check (total >= 0),
    asked           numeric(19, 2) not null check (asked >= 0 and asked <= total),
    document_id     bigint         not null,
    revision        integer        not null check (revision > 0),
    made_by         varchar(200)   not null,
    made_at         timestamptz    not null,
    unique (made_for, source_number)
);
comment on column proforma_invoice.asked is 'What is to be paid on it: the advance of the order, else the total.';
comment on column proforma_invoice.issued_on is 'The day the paper for this revision of quote or order was first made.';
create index proforma_invoice_deal on proforma_invoice (deal_number);
