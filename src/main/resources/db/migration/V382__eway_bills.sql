-- E-way bills (CGST rule 138): from which value on goods need one, what was decided for a shipment, and the number the portal gave.

create table eway_bill_threshold (
    movement   varchar(5)     not null check (movement in ('INTER', 'INTRA')),
    state_code varchar(2)     not null check (state_code ~ '^([0-9]{2}|\*)$'),
    amount     numeric(19, 2) not null check (amount >= 0),
    valid_from date           not null,
    valid_to   date           check (valid_to >= valid_from),
    source     text           not null,
    primary key (movement, state_code, valid_from)
);
comment on table eway_bill_threshold is
    'A consignment worth more than this needs an e-way bill; * is every State that has no row of its own.';
insert into eway_bill_threshold (movement, state_code, amount, valid_from, source) values
    ('INTER', '*', 50000, '2018-04-01', 'CGST rule 138(1)'),
    ('INTRA', '*', 50000, '2018-04-01', 'CGST rule 138(1)'),
    ('INTRA', '03', 100000, '2018-06-01', 'Punjab, within the State; to be confirmed by a tax professional'),
    ('INTRA', '07', 100000, '2018-06-16', 'Delhi, within the State; to be confirmed by a tax professional'),
    ('INTRA', '08', 100000, '2021-04-01', 'Rajasthan, within the State; 2,00,000 within a city is not used'),
    ('INTRA', '10', 100000, '2018-06-01', 'Bihar, within the State; to be confirmed by a tax professional'),
    ('INTRA', '20', 100000, '2018-06-01', 'Jharkhand, within the State; to be confirmed by a tax professional'),
    ('INTRA', '27', 100000, '2018-07-01', 'Maharashtra, within the State; to be confirmed by a tax professional'),
    ('INTRA', '33', 100000, '2018-06-02', 'Tamil Nadu, within the State; to be confirmed by a tax professional');

create table eway_bill_setting (
    only_row             boolean    primary key default true check (only_row),
    other_countries_code integer    not null default 99 check (other_countries_code in (96, 99)),
    part_b_free_km       integer    not null default 50 check (part_b_free_km >= 0),
    ship_to_gstin        boolean    not null default false
);
comment on column eway_bill_setting.other_countries_code is 'What stands for a place outside India and for a buyer in an SEZ; tools differ, so it is data.';
comment on column eway_bill_setting.part_b_free_km is 'Within a State goods go this far to the transporter without Part B.';
insert into eway_bill_setting default values;

create table eway_bill (
    shipment_number   varchar(16)    primary key references shipment (number),
    document_type     varchar(3)     not null check (document_type in ('INV', 'BIL', 'CHL')),
    document_number   varchar(16)    not null,
    needed            boolean        not null,
    reason            text           not null,
    consignment_value numeric(19, 2) not null,
    decided_at        timestamptz    not null,
    number            varchar(12)    unique check (number ~ '^[0-9]{12}$'),
    generated_at      timestamptz,
    distance_km       integer        check (distance_km between 0 and 4000),
    over_dimensional  boolean        not null default false,
    part_b_at         timestamptz,
    valid_until       timestamptz,
    recorded_by       varchar(200),
    waived_because    varchar(300),
    cancelled_at      timestamptz,
    cancel_code       integer        check (cancel_code between 1 and 4),
    cancel_remark     varchar(100),
    constraint number_with_its_moment check ((number is null) = (generated_at is null)),
    constraint validity_begins_with_part_b check ((part_b_at is null) = (valid_until is null))
);
comment on table eway_bill is 'What was decided about the e-way bill of a shipment, and the e-way bill once the portal has given its number.';
