-- Consignments on their way: carriers, vehicles, what carriers report, what arrived, and the proof of it.

create table carrier (
    code           varchar(20)  primary key check (code ~ '^[A-Z0-9][A-Z0-9-]*$'),
    name           varchar(100) not null unique check (name <> ''),
    transporter_id varchar(15)  check (transporter_id ~ '^[0-9A-Z]{15}$'),
    tracking_url   varchar(300) check (tracking_url like 'https://%{number}%'),
    modes          varchar(30)  not null check (modes ~ '^(ROAD|RAIL|AIR|SHIP)(,(ROAD|RAIL|AIR|SHIP))*$'),
    active         boolean      not null default true
);
comment on table carrier is 'Carriers as data; {number} in the tracking address stands for the tracking number.';
comment on column carrier.transporter_id is 'GSTIN or TRANSIN, as e-way bills name the transporter; its check character may be wrong on purpose.';

create table transit_norm (
    mode varchar(4) primary key check (mode in ('ROAD', 'RAIL', 'AIR', 'SHIP')),
    days integer    not null check (days > 0)
);
comment on table transit_norm is 'After how many days goods are expected where nobody says a day.';
insert into transit_norm values ('ROAD', 5), ('RAIL', 7), ('AIR', 2), ('SHIP', 30);

create table tracking_event_kind (
    code      varchar(20) primary key check (code ~ '^[A-Z_]+$'),
    label     varchar(60) not null,
    effect    varchar(10) not null
        check (effect in ('NONE', 'MOVING', 'OUT', 'DELAYED', 'DELIVERED', 'REFUSED', 'LOST')),
    for_buyer boolean     not null default true
);
comment on table tracking_event_kind is 'What carriers may report, and what a report does to a consignment.';
insert into tracking_event_kind (code, label, effect, for_buyer) values
    ('PICKED_UP', 'Picked up by the carrier', 'MOVING', true),
    ('IN_TRANSIT', 'In transit', 'MOVING', true),
    ('ARRIVED_AT_HUB', 'Arrived at a hub', 'MOVING', true),
    ('LEFT_HUB', 'Left a hub', 'MOVING', true),
    ('CUSTOMS', 'With customs', 'MOVING', true),
    ('OUT_FOR_DELIVERY', 'Out for delivery', 'OUT', true),
    ('ATTEMPT_FAILED', 'Could not be delivered, tried again', 'MOVING', true),
    ('DELAYED', 'Delayed', 'DELAYED', true),
    ('NOTE', 'Note of the carrier', 'NONE', false),
    ('DELIVERED', 'Delivered', 'DELIVERED', true),
    ('REFUSED', 'Refused by the consignee', 'REFUSED', true),
    ('LOST', 'Lost', 'LOST', true);

alter table consignment
    add column carrier_code varchar(20) references carrier (code),
    add column freight      varchar(6)  not null default 'PAID' check (freight in ('PAID', 'TO_PAY')),
    add column expected_on  date,
    add column status       varchar(16) not null default 'HANDED_OVER' check (status in
        ('HANDED_OVER', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'PARTLY_REFUSED', 'REFUSED', 'LOST')),
    add column received_by  varchar(120),
    add column closed_at    timestamptz;
update consignment set status = 'IN_TRANSIT' where dispatched_at is not null;
alter table consignment
    add constraint delivery_has_a_receiver
        check (status not in ('DELIVERED', 'PARTLY_REFUSED') or received_by is not null),
    add constraint closed_when_over
        check ((closed_at is not null) = (status in ('DELIVERED', 'PARTLY_REFUSED', 'REFUSED', 'LOST')));
create index consignment_on_its_way on consignment (expected_on) where closed_at is null;

create table consignment_vehicle (
    id                        bigint       primary key default nextval('tradeflow_id_seq'),
    shipment_number           varchar(16)  not null references consignment (shipment_number),
    vehicle_number            varchar(15)  not null,
    transport_document_number varchar(15),
    from_place                varchar(60),
    reason                    varchar(12)  not null
        check (reason in ('FIRST', 'ADDITIONAL', 'BREAKDOWN', 'TRANSHIPMENT', 'OTHER')),
    remark                    varchar(200),
    since                     timestamptz  not null,
    entered_by                varchar(200) not null,
    unique (shipment_number, vehicle_number, since)
);
comment on table consignment_vehicle is 'The vehicles of a consignment: several at once, or one after the other; the reasons are those of the e-way bill.';
insert into consignment_vehicle (shipment_number, vehicle_number, transport_document_number, reason, since, entered_by)
select shipment_number, vehicle_number, transport_document_number, 'FIRST', handed_over_at, handed_over_by
from consignment where vehicle_number is not null;

create table consignment_line (
    shipment_number varchar(16)    not null references consignment (shipment_number),
    line_no         integer        not null,
    order_line_no   integer        not null,
    sku             varchar(64)    not null,
    batch           varchar(64)    not null,
    unit            varchar(3)     not null,
    dispatched      numeric(19, 6) not null check (dispatched > 0),
    delivered       numeric(19, 6) not null default 0 check (delivered >= 0),
    refused         numeric(19, 6) not null default 0 check (refused >= 0),
    lost            numeric(19, 6) not null default 0 check (lost >= 0),
    primary key (shipment_number, line_no),
    constraint no_more_arrives_than_left check (delivered + refused + lost <= dispatched)
);
comment on table consignment_line is 'What left per line of the shipment, and what became of it.';

create table tracking_event (
    id               bigint       primary key default nextval('tradeflow_id_seq'),
    shipment_number  varchar(16)  not null references consignment (shipment_number),
    kind             varchar(20)  not null references tracking_event_kind (code),
    carrier_event_id varchar(80),
    occurred_at      timestamptz  not null,
    place            varchar(80),
    note             varchar(500),
    recorded_by      varchar(200) not null,
    recorded_at      timestamptz  not null,
    unique (shipment_number, carrier_event_id)
);
comment on table tracking_event is 'What was reported about a consignment; a carrier''s own number of the event makes a second report of it harmless.';

create table proof_of_delivery (
    id              bigint       primary key default nextval('tradeflow_id_seq'),
    shipment_number varchar(16)  not null references consignment (shipment_number),
    content_type    varchar(20)  not null check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
    sha256          char(64)     not null,
    content         bytea        not null check (octet_length(content) between 1 and 5242880),
    received_by     varchar(120) not null,
    received_at     timestamptz  not null,
    added_by        varchar(200) not null,
    added_at        timestamptz  not null,
    unique (shipment_number, sha256)
);
alter table proof_of_delivery alter column content set storage external;
comment on table proof_of_delivery is 'Signed papers and photographs of deliveries.';
