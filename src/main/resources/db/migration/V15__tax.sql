create extension if not exists btree_gist;

create table gst_rate (
    hsn_prefix varchar(8)    not null check (hsn_prefix ~ '^[0-9]{2,8}$'),
    treatment  varchar(10)   not null check (treatment in ('TAXABLE', 'NIL', 'EXEMPT', 'NON_GST')),
    rate       numeric(9, 6) not null check (rate >= 0 and rate <= 100),
    valid_from date          not null,
    valid_to   date check (valid_to >= valid_from),
    source     text          not null,
    primary key (hsn_prefix, valid_from),
    constraint gst_rate_only_where_taxable check (treatment = 'TAXABLE' or rate = 0),
    constraint gst_rate_one_at_a_time exclude using gist
        (hsn_prefix with =, daterange(valid_from, valid_to, '[]') with &&)
);

comment on table gst_rate is 'GST rate by HSN prefix and time: the longest prefix with a rate on the day counts; two rows of a prefix never overlap.';
comment on column gst_rate.rate is 'Full rate in percent: IGST, or CGST and SGST together.';
comment on column gst_rate.valid_to is 'Last day the rate counts, null while it stands.';
comment on column gst_rate.source is 'Where the rate is taken from; "to be confirmed" where a tax professional should look again.';

-- Unchanged by the reform of 22 September 2025: 18 % before and after.
insert into gst_rate (hsn_prefix, treatment, rate, valid_from, source) values
    ('2710', 'TAXABLE', 18, '2022-07-18', 'Schedule III: lubricating oils; motor spirit and high speed diesel are outside GST, to be confirmed for other oils'),
    ('3208', 'TAXABLE', 18, '2022-07-18', 'Schedule III: paints and varnishes'),
    ('3403', 'TAXABLE', 18, '2022-07-18', 'Schedule III: lubricating preparations'),
    ('3506', 'TAXABLE', 18, '2022-07-18', 'Schedule III: prepared glues and adhesives'),
    ('3917', 'TAXABLE', 18, '2022-07-18', 'Schedule III: tubes, pipes and hoses of plastics'),
    ('3926', 'TAXABLE', 18, '2022-07-18', 'Schedule III: other articles of plastics, to be confirmed for named household articles'),
    ('4009', 'TAXABLE', 18, '2022-07-18', 'Schedule III: hoses of vulcanised rubber'),
    ('4016', 'TAXABLE', 18, '2022-07-18', 'Schedule III: other articles of vulcanised rubber, to be confirmed for named school articles'),
    ('6815', 'TAXABLE', 18, '2022-07-18', 'Schedule III: articles of stone or carbon, to be confirmed for fly ash articles'),
    ('7304', 'TAXABLE', 18, '2022-07-18', 'Schedule III: seamless tubes and pipes of iron or steel'),
    ('7306', 'TAXABLE', 18, '2022-07-18', 'Schedule III: other tubes and pipes of iron or steel'),
    ('7307', 'TAXABLE', 18, '2022-07-18', 'Schedule III: tube and pipe fittings of iron or steel'),
    ('7318', 'TAXABLE', 18, '2022-07-18', 'Schedule III: screws, bolts, nuts, washers'),
    ('7320', 'TAXABLE', 18, '2022-07-18', 'Schedule III: springs of iron or steel'),
    ('7325', 'TAXABLE', 18, '2022-07-18', 'Schedule III: other cast articles of iron or steel'),
    ('7326', 'TAXABLE', 18, '2022-07-18', 'Schedule III: other articles of iron or steel'),
    ('7412', 'TAXABLE', 18, '2022-07-18', 'Schedule III: tube and pipe fittings of copper'),
    ('8413', 'TAXABLE', 18, '2022-07-18', 'Schedule III: pumps for liquids, power driven water pumps since 18 July 2022'),
    ('8414', 'TAXABLE', 18, '2022-07-18', 'Schedule III: air pumps, compressors, fans'),
    ('8421', 'TAXABLE', 18, '2022-07-18', 'Schedule III: filtering machinery, to be confirmed for household water filters'),
    ('8424', 'TAXABLE', 18, '2022-07-18', 'Schedule III: machines for spraying liquids, other than for farming'),
    ('8481', 'TAXABLE', 18, '2022-07-18', 'Schedule III: taps, cocks, valves'),
    ('8482', 'TAXABLE', 18, '2022-07-18', 'Schedule III: ball and roller bearings'),
    ('8483', 'TAXABLE', 18, '2022-07-18', 'Schedule III: transmission shafts, gears, couplings'),
    ('8484', 'TAXABLE', 18, '2022-07-18', 'Schedule III: gaskets and mechanical seals'),
    ('8501', 'TAXABLE', 18, '2022-07-18', 'Schedule III: electric motors and generators'),
    ('8503', 'TAXABLE', 18, '2022-07-18', 'Schedule III: parts of electric motors'),
    ('8504', 'TAXABLE', 18, '2022-07-18', 'Schedule III: transformers, static converters'),
    ('8536', 'TAXABLE', 18, '2022-07-18', 'Schedule III: switches, relays, fuses up to 1000 V'),
    ('8537', 'TAXABLE', 18, '2022-07-18', 'Schedule III: control panels'),
    ('8544', 'TAXABLE', 18, '2022-07-18', 'Schedule III: insulated wires and cables'),
    ('9026', 'TAXABLE', 18, '2022-07-18', 'Schedule III: instruments for flow, level, pressure'),
    ('9032', 'TAXABLE', 18, '2022-07-18', 'Schedule III: automatic regulating instruments');

-- Changed by Notification 9/2025-CT(R): 12 % became 5 or 18 %, 28 % became 18 %.
insert into gst_rate (hsn_prefix, treatment, rate, valid_from, valid_to, source) values
    ('481910', 'TAXABLE', 12, '2022-07-18', '2025-09-21', 'Schedule II: corrugated cartons and boxes'),
    ('481910', 'TAXABLE',  5, '2025-09-22', null,         'Notification 9/2025-CT(R), to be confirmed'),
    ('4415',   'TAXABLE', 12, '2022-07-18', '2025-09-21', 'Schedule II: packing cases and pallets of wood'),
    ('4415',   'TAXABLE',  5, '2025-09-22', null,         'Notification 9/2025-CT(R), to be confirmed'),
    ('8408',   'TAXABLE', 28, '2022-07-18', '2025-09-21', 'Schedule IV: diesel engines above 15 HP'),
    ('8408',   'TAXABLE', 18, '2025-09-22', null,         'Notification 9/2025-CT(R), to be confirmed for engines up to 15 HP'),
    ('8409',   'TAXABLE', 28, '2022-07-18', '2025-09-21', 'Schedule IV: parts of engines'),
    ('8409',   'TAXABLE', 18, '2025-09-22', null,         'Notification 9/2025-CT(R)'),
    ('842482', 'TAXABLE', 12, '2022-07-18', '2025-09-21', 'Schedule II: sprinklers, drip irrigation, mechanical sprayers for farming'),
    ('842482', 'TAXABLE',  5, '2025-09-22', null,         'Notification 9/2025-CT(R), to be confirmed'),
    ('8507',   'TAXABLE', 28, '2022-07-18', '2025-09-21', 'Schedule IV: electric accumulators other than lithium-ion'),
    ('8507',   'TAXABLE', 18, '2025-09-22', null,         'Notification 9/2025-CT(R)');

-- Hand pumps stand apart from other pumps.
insert into gst_rate (hsn_prefix, treatment, rate, valid_from, source) values
    ('841320', 'TAXABLE', 5, '2022-07-18', 'Schedule I: hand pumps and their parts');

create table customs_rate (
    currency   varchar(3)     not null check (currency ~ '^[A-Z]{3}$' and currency <> 'INR'),
    valid_from date           not null,
    rate       numeric(19, 6) not null check (rate > 0),
    source     text           not null,
    primary key (currency, valid_from)
);

comment on table customs_rate is 'INR for one unit of a foreign currency as notified by customs, counting until the next notification: the rate of export invoices (CGST rule 34).';
