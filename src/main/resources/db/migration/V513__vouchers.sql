-- Receipt vouchers for advances (CGST rule 50) and refund vouchers (rule 51).

create table receipt_voucher (
    number         varchar(16)    primary key check (number = upper(number)),
    seller_gstin   varchar(15)    not null,
    financial_year varchar(4)     not null,
    series         varchar(4)     not null,
    serial         bigint         not null check (serial > 0),
    receipt_number varchar(16)    not null unique references receipt (number),
    deal_number    varchar(16)    not null,
    order_number   varchar(16)    not null references sales_order (number),
    buyer_code     varchar(40)    not null references buyer (code),
    issued_on      date           not null,
    currency       varchar(3)     not null,
    amount         numeric(19, 4) not null check (amount > 0),
    document_id    bigint         not null,
    constraint receipt_voucher_serial_once unique (seller_gstin, financial_year, series, serial)
);
create index receipt_voucher_of_deal on receipt_voucher (deal_number);
comment on table receipt_voucher is 'One for each receipt that came as an advance, before its invoice; never changed.';

create table refund_part (
    refund_number  varchar(16)    not null references refund (number),
    receipt_number varchar(16)    not null references receipt (number),
    amount         numeric(19, 4) not null check (amount > 0),
    primary key (refund_number, receipt_number)
);
comment on table refund_part is 'What of which receipt a refund gives back.';

create table refund_voucher (
    number          varchar(16)    primary key check (number = upper(number)),
    seller_gstin    varchar(15)    not null,
    financial_year  varchar(4)     not null,
    series          varchar(4)     not null,
    serial          bigint         not null check (serial > 0),
    refund_number   varchar(16)    not null references refund (number),
    receipt_voucher varchar(16)    not null references receipt_voucher (number),
    issued_on       date           not null,
    currency        varchar(3)     not null,
    amount          numeric(19, 4) not null check (amount > 0),
    document_id     bigint         not null,
    unique (refund_number, receipt_voucher),
    constraint refund_voucher_serial_once unique (seller_gstin, financial_year, series, serial)
);
comment on table refund_voucher is 'Issued when an advance with a receipt voucher is paid back; quotes that voucher.';

create function voucher_stays_as_issued() returns trigger language plpgsql as $$
begin
    raise exception 'an issued voucher stays as it is' using errcode = 'restrict_violation';
end $$;
create trigger receipt_voucher_stays before update or delete or truncate on receipt_voucher
    for each statement execute function voucher_stays_as_issued();
create trigger refund_voucher_stays before update or delete or truncate on refund_voucher
    for each statement execute function voucher_stays_as_issued();
