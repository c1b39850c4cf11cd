-- When the goods of an order are invoiced, and which shipments leave before their invoice.

create table shipment_billing (
    shipment_number varchar(16) primary key references shipment (number),
    order_number    varchar(16) not null references sales_order (number),
    schedule        varchar(20) not null
        check (schedule in ('PER_SHIPMENT', 'PER_ORDER', 'WEEKLY', 'MONTHLY', 'LOTS')),
    leaves_with     varchar(10) not null check (leaves_with in ('INVOICE', 'CHALLAN')),
    decided_at      timestamptz not null,
    run_id          varchar(64)
);
create index shipment_billing_of_order on shipment_billing (order_number);
create index shipment_billing_on_challan on shipment_billing (decided_at) where leaves_with = 'CHALLAN' and run_id is null;
comment on table shipment_billing is
    'What was decided about the invoice of a packed shipment: its schedule, which is one for the whole order, and the paper it leaves with.';
comment on column shipment_billing.run_id is 'The run that took it up to be invoiced; a shipment is taken up once.';
