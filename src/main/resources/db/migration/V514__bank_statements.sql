-- Lines of bank statements, and what finance made of them.

create table bank_csv_layout (
    code             varchar(20)  primary key check (code = upper(btrim(code)) and code <> ''),
    name             varchar(80)  not null,
    date_column      varchar(60)  not null,
    date_pattern     varchar(20)  not null,
    amount_column    varchar(60),
    credit_column    varchar(60),
    debit_column     varchar(60),
    reference_column varchar(60)  not null,
    narration_column varchar(60)  not null,
    payer_column     varchar(60),
    constraint one_way_of_amounts check ((amount_column is null) = (credit_column is not null and debit_column is not null))
);
comment on table bank_csv_layout is 'How a bank names the columns of its CSV statements: one signed amount, or a column each for deposits and withdrawals.';
insert into bank_csv_layout values
    ('PLAIN', 'Date, amount, reference, narration', 'date', 'uuuu-MM-dd', 'amount', null, null, 'reference', 'narration', null),
    ('DEPOSITS', 'Indian bank, deposits and withdrawals', 'Date', 'dd/MM/uuuu', null, 'Deposit Amt.', 'Withdrawal Amt.',
        'Chq./Ref.No.', 'Narration', null);

create table bank_line (
    id            bigint         generated always as identity primary key,
    account       varchar(40)    not null check (btrim(account) <> ''),
    entry_key     varchar(80)    not null,
    booked_on     date           not null,
    currency      varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    amount        numeric(19, 4) not null check (amount > 0),
    reference     varchar(64)    not null check (reference = upper(btrim(reference)) and reference <> ''),
    narration     varchar(1000)  not null,
    payer_name    varchar(200),
    payer_account varchar(60),
    imported_by   varchar(200)   not null,
    imported_at   timestamptz    not null,
    status        varchar(10)    not null check (status in ('OPEN', 'CONFIRMED', 'IGNORED')),
    receipt_number varchar(16)   references receipt (number),
    decided_by    varchar(200),
    decided_at    timestamptz,
    note          varchar(500),
    constraint bank_line_once unique (account, entry_key),
    constraint decided_as_a_whole check ((status = 'OPEN') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    constraint confirmed_is_a_receipt check ((status = 'CONFIRMED') = (receipt_number is not null))
);
create index bank_line_open on bank_line (booked_on, id) where status = 'OPEN';
comment on table bank_line is 'Money that came in by a bank statement; a line is stored once, however often its statement is uploaded. Withdrawals are not kept.';
comment on column bank_line.entry_key is 'The bank''s own reference of the entry, or a hash of its content and of how many equal ones the file had before it.';

create table payer_account (
    payer_key     varchar(200) primary key,
    buyer_code    varchar(40)  not null references buyer (code),
    remembered_by varchar(200) not null,
    remembered_at timestamptz  not null
);
comment on table payer_account is 'From which account, or under which name, a buyer has paid before.';
