-- Checklists of quality with samples and findings, and packing by scanner.

create table qc_checklist (
    code          varchar(40)  primary key,
    name          varchar(200) not null check (name <> ''),
    sku           varchar(40)  references product (sku),
    category_code varchar(40),
    constraint of_a_product_or_a_category check (num_nonnulls(sku, category_code) <= 1),
    constraint one_checklist_for_the_same unique nulls not distinct (sku, category_code)
);
comment on table qc_checklist is
    'What is looked at when goods are inspected: of a product, else of its category or the one above, else the one that is of neither.';

create table qc_item (
    checklist_code varchar(40)    not null references qc_checklist (code) on delete cascade,
    item_no        integer        not null check (item_no > 0),
    kind           varchar(8)     not null check (kind in ('VISUAL', 'COUNT', 'MEASURE', 'DOCUMENT')),
    label          varchar(200)   not null check (label <> ''),
    unit           varchar(12),
    least          numeric(19, 6),
    most           numeric(19, 6),
    primary key (checklist_code, item_no),
    constraint a_measure_has_a_limit check ((kind = 'MEASURE') = (num_nonnulls(least, most) > 0)),
    constraint limits_in_order check (least <= most)
);
comment on table qc_item is 'An item of a checklist; a measure lies between its limits, a count is that of the goods.';

create table qc_sample (
    lot_from numeric(19, 6) primary key check (lot_from > 0),
    sample   integer        not null check (sample > 0),
    accept   integer        not null check (accept >= 0)
);
comment on table qc_sample is
    'How many of a lot from this size on are looked at, and how many of them may be defective before goods are rejected.';

insert into qc_sample (lot_from, sample, accept) values
    (1, 2, 0), (9, 3, 0), (16, 5, 0), (26, 8, 0), (51, 13, 1), (91, 20, 1), (151, 32, 2), (281, 50, 3), (501, 80, 5);

create table qc_defect (
    code  varchar(20)  primary key,
    label varchar(100) not null check (label <> '')
);
comment on table qc_defect is 'What can be wrong with goods.';

insert into qc_defect (code, label) values
    ('DAMAGED', 'Damaged'), ('DIRTY', 'Dirty or contaminated'), ('TOLERANCE', 'Out of tolerance'),
    ('WRONG_ITEM', 'Wrong item'), ('LABEL', 'Label wrong or missing'), ('PAPERS', 'Papers missing');

insert into qc_checklist (code, name) values ('GENERAL', 'All goods');
insert into qc_item (checklist_code, item_no, kind, label) values
    ('GENERAL', 1, 'VISUAL', 'Undamaged and clean'),
    ('GENERAL', 2, 'VISUAL', 'Label shows product and batch'),
    ('GENERAL', 3, 'COUNT', 'Pieces in the lot');

create table qc_line (
    shipment_number varchar(16)  not null references shipment (number),
    line_no         integer      not null,
    checklist       varchar(200) not null,
    sample          integer      not null check (sample > 0),
    defective       integer      not null check (defective between 0 and sample),
    defect_code     varchar(20)  references qc_defect (code),
    block_batch     boolean      not null default false,
    inspected_by    varchar(200) not null,
    inspected_at    timestamptz  not null,
    primary key (shipment_number, line_no),
    constraint defective_goods_have_a_defect check (defective = 0 or defect_code is not null)
);
comment on table qc_line is 'What the inspector found in the sample of a line; final once the shipment is inspected.';

create table qc_result (
    shipment_number varchar(16)  not null,
    line_no         integer      not null,
    item_no         integer      not null,
    label           varchar(200) not null,
    wanted          varchar(100) not null,
    found           varchar(100) not null,
    passed          boolean      not null,
    primary key (shipment_number, line_no, item_no),
    foreign key (shipment_number, line_no) references qc_line (shipment_number, line_no) on delete cascade
);
comment on table qc_result is 'The answer to an item of the checklist, with the item as it was then: a later change of the list does not change it.';

create table pack_scan (
    id              uuid           primary key,
    shipment_number varchar(16)    not null references shipment (number),
    package_no      integer        not null check (package_no > 0),
    line_no         integer        not null,
    quantity        numeric(19, 6) not null check (quantity > 0),
    scanned_by      varchar(200)   not null,
    scanned_at      timestamptz    not null
);
comment on table pack_scan is 'One scan while packing, told apart by the id the device gave it, so that sending it twice counts once.';
create index pack_scan_of_shipment on pack_scan (shipment_number);
