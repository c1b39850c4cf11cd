-- Tax that a buyer deducts from what it pays (TDS) and pays to the tax office for us. Sections, rates and thresholds are data.

create table tds_rate (
    section    varchar(8)    not null check (section = upper(btrim(section)) and section <> ''),
    name       varchar(120)  not null,
    rate       numeric(9, 6) not null check (rate > 0 and rate < 100),
    valid_from date          not null,
    valid_to   date          check (valid_to >= valid_from),
    primary key (section, valid_from)
);
comment on table tds_rate is 'What a buyer may deduct, in percent of the value without GST; the law''s data, from the first to the last day.';

insert into tds_rate (section, name, rate, valid_from) values
    ('194Q', 'Income tax on the purchase of goods', 0.1, '2021-07-01'),
    ('51', 'GST deducted by government buyers', 2, '2018-10-01');

create table tax_deducted (
    settlement_id      bigint        primary key references settlement_entry (id),
    section            varchar(8)    not null,
    certificate_number varchar(40)   check (certificate_number = upper(btrim(certificate_number)) and certificate_number <> ''),
    certificate_on     date,
    recorded_by        varchar(200),
    constraint certificate_as_a_whole check (num_nulls(certificate_number, certificate_on, recorded_by) in (0, 3))
);
create index tax_deducted_pending on tax_deducted (settlement_id) where certificate_number is null;
comment on table tax_deducted is 'The deduction behind a settlement entry of kind TDS; its certificate is pending until it has come.';
