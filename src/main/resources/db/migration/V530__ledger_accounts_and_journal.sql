-- Journal lines for a general ledger: which account is used for what, and what was handed over. What was handed over stays as it was.

create table ledger_account_mapping (
    purpose      varchar(20)  not null,
    qualifier    varchar(15)  not null default '',
    valid_from   date         not null,
    account_code varchar(40)  check (account_code = btrim(account_code) and account_code <> ''),
    account_name varchar(120) check (btrim(account_name) <> ''),
    entered_by   varchar(200) not null,
    entered_at   timestamptz  not null,
    primary key (purpose, qualifier, valid_from),
    constraint account_has_code_and_name check ((account_code is null) = (account_name is null))
);
comment on table ledger_account_mapping is 'The account of the general ledger for a purpose, from a day on until the next row of the same purpose and qualifier.';
comment on column ledger_account_mapping.qualifier is 'GSTIN of the branch for output tax, mode of payment for money; empty for all that have no row of their own.';
comment on column ledger_account_mapping.account_code is 'Null: from this day on the purpose has no account of its own; only where one is optional.';

insert into ledger_account_mapping (purpose, valid_from, account_code, account_name, entered_by, entered_at)
select purpose, date '2017-07-01', code, name, 'Tradeflow', now() from (values
    ('RECEIVABLES',         '1200', 'Trade receivables'),
    ('BANK',                '1010', 'Bank, current account'),
    ('TDS_RECEIVABLE',      '1310', 'Tax deducted at source, receivable'),
    ('CUSTOMER_ADVANCES',   '2100', 'Advances from customers'),
    ('OUTPUT_CGST',         '2210', 'Output CGST'),
    ('OUTPUT_SGST',         '2220', 'Output SGST / UTGST'),
    ('OUTPUT_IGST',         '2230', 'Output IGST'),
    ('SALES_INTRA',         '4010', 'Sales within the State'),
    ('SALES_INTER',         '4020', 'Sales to other States'),
    ('SALES_EXPORT',        '4030', 'Export sales'),
    ('SALES_SEZ',           '4040', 'Sales to special economic zones'),
    ('SALES_EXEMPT',        '4050', 'Nil rated, exempt and non-GST sales'),
    ('SALES_RETURNS',       '4100', 'Sales returns'),
    ('DISCOUNT_ALLOWED',    '5010', 'Discount allowed'),
    ('BAD_DEBTS',           '5020', 'Bad debts written off'),
    ('ROUND_OFF',           '5030', 'Round-off'),
    ('EXCHANGE_DIFFERENCE', '5040', 'Exchange differences')) as a (purpose, code, name);
insert into ledger_account_mapping (purpose, qualifier, valid_from, account_code, account_name, entered_by, entered_at)
values ('BANK', 'CASH', date '2017-07-01', '1000', 'Cash in hand', 'Tradeflow', now());

create table journal_export (
    number       bigint         primary key check (number > 0),
    period_from  date           not null,
    period_until date           not null check (period_until >= period_from),
    vouchers     integer        not null check (vouchers > 0),
    total        numeric(19, 2) not null check (total >= 0),
    exported_by  varchar(200)   not null,
    exported_at  timestamptz    not null
);
comment on table journal_export is 'A file of journal lines that was handed over, by its running number.';
comment on column journal_export.total is 'Sum of the debits, which is that of the credits, in INR.';
create index journal_export_of_period on journal_export (period_from, period_until);

create table journal_voucher (
    export_number   bigint       not null references journal_export (number),
    voucher_no      integer      not null check (voucher_no > 0),
    source          varchar(60)  not null,
    version         integer      not null check (version > 0),
    takes_back      boolean      not null,
    kind            varchar(24)  not null,
    document_number varchar(40)  not null,
    voucher_date    date         not null,
    deal_number     varchar(16),
    buyer_code      varchar(40)  not null,
    buyer_name      varchar(200) not null,
    currency        varchar(3)   not null,
    narration       varchar(300) not null,
    content         text         not null,
    primary key (export_number, voucher_no),
    constraint journal_voucher_once unique (source, version, takes_back)
);
comment on table journal_voucher is 'Entries of a file. One that has become different is taken back and entered anew, with the next version, in a later file.';
comment on column journal_voucher.source is 'What it books: kind and number of the document, receipt, settlement or refund.';
comment on column journal_voucher.content is 'Accounts and amounts in short, to see whether they have become different.';
create index journal_voucher_by_day on journal_voucher (voucher_date);

create table journal_line (
    export_number bigint         not null,
    voucher_no    integer        not null,
    line_no       integer        not null check (line_no > 0),
    account_code  varchar(40)    not null,
    account_name  varchar(120)   not null,
    debit         numeric(19, 2) not null check (debit >= 0),
    credit        numeric(19, 2) not null check (credit >= 0),
    primary key (export_number, voucher_no, line_no),
    foreign key (export_number, voucher_no) references journal_voucher (export_number, voucher_no),
    constraint one_side_only check ((debit = 0) <> (credit = 0))
);
comment on table journal_line is 'Lines of an entry, in INR; its debits are its credits.';

create function journal_stays_as_exported() returns trigger language plpgsql as $$
begin
    raise exception 'what was exported stays as it was: % of % refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger journal_export_stays before update or delete or truncate on journal_export
    for each statement execute function journal_stays_as_exported();
create trigger journal_voucher_stays before update or delete or truncate on journal_voucher
    for each statement execute function journal_stays_as_exported();
create trigger journal_line_stays before update or delete or truncate on journal_line
    for each statement execute function journal_stays_as_exported();

-- Looked at when the transaction ends: then every entry of the file has to balance, and the file to come to its total.
create function journal_export_balances() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    select v.document_number into wrong
      from journal_voucher v
      left join journal_line l on l.export_number = v.export_number and l.voucher_no = v.voucher_no
     where v.export_number = new.number
     group by v.voucher_no, v.document_number
    having coalesce(sum(l.debit), 0) <> coalesce(sum(l.credit), 0) or count(l.line_no) = 0 limit 1;
    if wrong is not null then
        raise exception 'the entry of % does not balance', wrong using errcode = 'check_violation', constraint = 'journal_voucher_balances';
    end if;
    if new.total <> (select coalesce(sum(debit), 0) from journal_line where export_number = new.number)
            or new.vouchers <> (select count(*) from journal_voucher where export_number = new.number) then
        raise exception 'journal export % is not complete', new.number using errcode = 'check_violation', constraint = 'journal_export_complete';
    end if;
    return null;
end $$;
create constraint trigger journal_export_balances after insert on journal_export
    deferrable initially deferred for each row execute function journal_export_balances();
