-- Consignments: shipments in the hands of carriers.

create table consignment (
    id                        bigint       primary key default nextval('tradeflow_id_seq'),
    shipment_number           varchar(16)  not null unique references shipment (number),
    deal_number               varchar(16)  not null references deal (number),
    order_number              varchar(16)  not null references sales_order (number),
    mode                      varchar(4)   not null check (mode in ('ROAD', 'RAIL', 'AIR', 'SHIP')),
    carrier                   varchar(100) not null check (carrier <> ''),
    vehicle_number            varchar(15),
    transport_document_number varchar(15),
    tracking_number           varchar(60),
    handed_over_by            varchar(200) not null,
    handed_over_at            timestamptz  not null,
    dispatched_at             timestamptz,
    constraint transport_is_known check
        (transport_document_number is not null or (mode = 'ROAD' and vehicle_number is not null))
);
comment on table consignment is 'Who takes a shipment and how; one per shipment.';
create index consignment_of_deal on consignment (deal_number);
