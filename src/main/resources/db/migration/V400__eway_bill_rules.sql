-- What decides about e-way bills and is read: a limit within a city, days of transport documents, distances and where they come from, ports.

alter table eway_bill_threshold drop constraint eway_bill_threshold_movement_check;
alter table eway_bill_threshold add constraint eway_bill_threshold_movement_check check (movement in ('INTER', 'INTRA', 'CITY'));
comment on column eway_bill_threshold.movement is
    'INTER across a border; INTRA within the State; CITY within one city of it, where the State says so.';
comment on column eway_bill_threshold.valid_to is 'The last day, empty while it holds.';
update eway_bill_threshold set source = 'Rajasthan, within the State; to be confirmed by a tax professional'
    where movement = 'INTRA' and state_code = '08';
insert into eway_bill_threshold (movement, state_code, amount, valid_from, source) values
    ('CITY', '08', 200000, '2021-04-01', 'Rajasthan, within one city; to be confirmed by a tax professional');

-- no GSTIN of a ship-to address is known here, and the portal's field is put on hold
alter table eway_bill_setting drop column ship_to_gstin;

alter table consignment add column transport_document_on date;
comment on column consignment.transport_document_on is 'Day of the transport document; empty for the day of the hand-over.';

alter table eway_bill
    add column distance_estimated boolean not null default false,
    add column transporter_km     integer check (transporter_km >= 0);
comment on column eway_bill.distance_estimated is 'Nobody said the distance: it is the one of the warehouse''s table of distances.';
comment on column eway_bill.transporter_km is 'How far the goods go to the transporter''s place, without Part B within the State.';

create table port (
    code       varchar(6)   primary key check (code ~ '^IN[A-Z]{3}[0-9A-Z]$'),
    name       varchar(50)  not null unique check (name <> ''),
    line1      varchar(120) not null,
    city       varchar(50)  not null,
    state_code varchar(2)   not null check (state_code ~ '^[0-9]{2}$'),
    pin        varchar(6)   not null check (pin ~ '^[1-9][0-9]{5}$'),
    active     boolean      not null default true
);
comment on table port is 'Where goods leave India: the place to which an e-way bill of an export goes. Codes are those of customs.';
insert into port (code, name, line1, city, state_code, pin) values
    ('INNSA1', 'Nhava Sheva', 'Jawaharlal Nehru Port', 'Navi Mumbai', '27', '400707'),
    ('INBOM4', 'Mumbai Air Cargo', 'Air Cargo Complex, Sahar', 'Mumbai', '27', '400099'),
    ('INMUN1', 'Mundra', 'Mundra Port', 'Mundra', '24', '370421'),
    ('INMAA1', 'Chennai', 'Chennai Port, Rajaji Salai', 'Chennai', '33', '600001'),
    ('INMAA4', 'Chennai Air Cargo', 'Air Cargo Complex, Meenambakkam', 'Chennai', '33', '600016'),
    ('INTUT1', 'Tuticorin', 'V.O. Chidambaranar Port', 'Thoothukudi', '33', '628004'),
    ('INCOK1', 'Cochin', 'Cochin Port, Willingdon Island', 'Kochi', '32', '682003'),
    ('INVTZ1', 'Visakhapatnam', 'Visakhapatnam Port', 'Visakhapatnam', '37', '530035'),
    ('INBLR4', 'Bengaluru Air Cargo', 'Air Cargo Complex, Devanahalli', 'Bengaluru', '29', '560300'),
    ('INDEL4', 'Delhi Air Cargo', 'Air Cargo Complex, IGI Airport', 'New Delhi', '07', '110037');

create table shipment_port (
    shipment_number varchar(16)  primary key references shipment (number),
    port_code       varchar(6)   not null references port (code),
    chosen_by       varchar(200) not null,
    chosen_at       timestamptz  not null
);
comment on table shipment_port is 'The port of loading that was chosen for an export; else the one the delivery rule of the order names.';
