-- Notes before they are issued: what finance wants to credit or debit, who let it pass, and what became of it.

create sequence note_draft_number_seq;

create table note_draft (
    number        varchar(16)    primary key,
    status        varchar(10)    not null check (status in ('DRAFTED', 'APPROVED', 'REFUSED', 'ISSUED', 'GIVEN_UP')),
    reason        varchar(20)    not null,
    remark        varchar(500),
    return_number varchar(16)    references goods_return (number),
    deal_number   varchar(16)    not null references deal (number),
    order_number  varchar(16)    not null references sales_order (number),
    buyer_code    varchar(40)    not null references buyer (code),
    buyer_name    varchar(200)   not null,
    currency      varchar(3)     not null,
    amount        numeric(19, 2) not null,
    inr_amount    numeric(19, 2) not null,
    drafted_by    varchar(200)   not null,
    drafted_by_id varchar(100)   not null,
    drafted_at    timestamptz    not null,
    decided_by    varchar(200),
    decided_at    timestamptz,
    decision_note varchar(1000),
    note_number   varchar(16)    references tax_note (number),
    constraint issued_has_its_number check ((status = 'ISSUED') = (note_number is not null)),
    constraint not_issued_says_why check (status not in ('REFUSED', 'GIVEN_UP') or decision_note <> '')
);
create index note_draft_of_deal on note_draft (deal_number);
comment on table note_draft is 'A credit or debit note as it was asked for; the amounts are what it came to on that day.';

create table note_draft_line (
    draft_number    varchar(16) not null references note_draft (number),
    line_no         integer     not null,
    invoice_number  varchar(16) not null,
    invoice_line_no integer     not null,
    quantity        numeric(19, 6),
    unit_price      numeric(19, 4),
    amount          numeric(19, 2),
    primary key (draft_number, line_no),
    constraint one_figure_says_how_much check (num_nonnulls(quantity, unit_price, amount) = 1)
);

alter table credit_claim add column is_note boolean not null default false;
comment on column credit_claim.is_note is
    'Whether the credit note was issued here; false where its number was entered by hand, as it was before.';
