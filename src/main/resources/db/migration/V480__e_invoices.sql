-- E-invoices (CGST rule 48(4)): from which day the company must register, what was registered, and all that was said to the portal and by it.

create table e_invoice_duty (
    valid_from          date         primary key,
    applies             boolean      not null,
    upload_within_days  integer      check (upload_within_days > 0),
    cancel_within_hours integer      not null check (cancel_within_hours > 0),
    source              varchar(200) not null,
    entered_by          varchar(200) not null,
    entered_at          timestamptz  not null
);
comment on table e_invoice_duty is 'From this day on, until the next row, the company registers its invoices or does not.';
comment on column e_invoice_duty.upload_within_days is 'The portal takes a document so many days after its date; null without limit.';

create table e_invoice (
    irn                varchar(64)    primary key check (irn ~ '^[0-9a-f]{64}$'),
    document_type      varchar(3)     not null check (document_type in ('INV', 'CRN', 'DBN')),
    document_number    varchar(16)    not null,
    deal_number        varchar(16)    not null,
    seller_gstin       varchar(15)    not null,
    buyer_code         varchar(40)    not null references buyer (code),
    buyer_name         varchar(200)   not null,
    buyer_gstin        varchar(15),
    issued_on          date           not null,
    total              numeric(19, 2) not null,
    state              varchar(10)    not null
        check (state in ('WAITING', 'READY', 'PROBLEM', 'REGISTERED', 'CANCELLED', 'WAIVED')),
    wanted_at          timestamptz    not null,
    request            text,
    request_sha256     varchar(64),
    problem            text,
    problem_code       varchar(10),
    ack_no             varchar(20),
    ack_at             timestamptz,
    signed_invoice     text,
    signed_qr_code     text,
    signature_verified boolean,
    registered_at      timestamptz,
    registered_by      varchar(200),
    waived_because     varchar(300),
    waived_by          varchar(200),
    cancelled_at       timestamptz,
    cancel_code        integer        check (cancel_code between 1 and 4),
    cancel_remark      varchar(100),
    cancelled_by       varchar(200),
    constraint e_invoice_once_per_document unique (document_type, document_number),
    constraint e_invoice_registered_with_all check (state not in ('REGISTERED', 'CANCELLED')
        or (ack_no is not null and ack_at is not null and signed_qr_code is not null and registered_at is not null)),
    constraint e_invoice_cancelled_with_all check ((state = 'CANCELLED') = (cancelled_at is not null)
        and (cancelled_at is null) = (cancel_code is null)),
    constraint e_invoice_waived_with_reason check ((state = 'WAIVED') = (waived_because is not null)),
    constraint e_invoice_problem_is_said check ((state = 'PROBLEM') = (problem is not null))
);
create unique index e_invoice_acknowledged_once on e_invoice (ack_no);
create index e_invoice_by_state on e_invoice (state, issued_on);
create index e_invoice_of_deal on e_invoice (deal_number);
comment on table e_invoice is
    'A document that has to be registered, by its invoice reference number. A cancelled one keeps its number for good: returns report it as cancelled.';
comment on column e_invoice.total is 'As printed, in INR.';
comment on column e_invoice.signature_verified is 'Null where no key of the portal is known.';

create function e_invoice_is_registered_once() returns trigger language plpgsql as $$
begin
    if old.ack_no is not null and (new.ack_no is distinct from old.ack_no
            or new.signed_qr_code is distinct from old.signed_qr_code or new.state not in ('REGISTERED', 'CANCELLED')) then
        raise exception 'the registration of % stays as the portal gave it', old.document_number using errcode = 'restrict_violation';
    end if;
    if old.state = 'CANCELLED' then
        raise exception 'the e-invoice of % is cancelled for good', old.document_number using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger e_invoice_is_registered_once before update on e_invoice
    for each row execute function e_invoice_is_registered_once();

create table e_invoice_exchange (
    id             bigint      generated always as identity primary key,
    irn            varchar(64) not null,
    kind           varchar(10) not null check (kind in ('REGISTER', 'FIND', 'CANCEL', 'UPLOAD')),
    asked_at       timestamptz not null,
    request        text,
    request_sha256 varchar(64),
    asked_by       varchar(200) not null,
    answered_at    timestamptz,
    response       text,
    response_sha256 varchar(64),
    outcome        varchar(300)
);
create index e_invoice_exchange_of_irn on e_invoice_exchange (irn, id);
comment on table e_invoice_exchange is
    'What was said to the portal and by it. Kept even where the step that asked is rolled back: a question without answer may have been understood.';
