-- Packages of a shipment with what is in each, and the bins of a warehouse in the order in which one walks past them.

create sequence package_serial_seq;
comment on sequence package_serial_seq is 'Serials within package labels; gaps are normal.';

create table shipment_package (
    shipment_number varchar(16)    not null references shipment (number),
    package_no      integer        not null check (package_no > 0),
    label           varchar(18)    not null unique check (label ~ '^[0-9]{18}$'),
    kind            varchar(12)    not null
        check (kind in ('PACKAGE', 'CARTON', 'CRATE', 'PALLET', 'DRUM', 'BAG', 'BUNDLE')),
    weight_kg       numeric(12, 3) check (weight_kg > 0),
    length_cm       numeric(7, 1)  check (length_cm > 0),
    width_cm        numeric(7, 1)  check (width_cm > 0),
    height_cm       numeric(7, 1)  check (height_cm > 0),
    primary key (shipment_number, package_no),
    constraint measured_on_all_sides check (num_nonnulls(length_cm, width_cm, height_cm) in (0, 3))
);
comment on table shipment_package is
    'One package of a shipment, its label unique in the house (and in the world where the company has a GS1 prefix); gross weight in kg.';

create table shipment_package_content (
    shipment_number varchar(16)    not null,
    package_no      integer        not null,
    line_no         integer        not null,
    quantity        numeric(19, 6) not null check (quantity > 0),
    primary key (shipment_number, package_no, line_no),
    foreign key (shipment_number, package_no) references shipment_package (shipment_number, package_no)
        on update cascade on delete cascade
);
comment on table shipment_package_content is 'How much of a line of the shipment, that is of one batch, lies in a package.';

create table bin (
    warehouse_code varchar(20) not null references warehouse (code),
    code           varchar(40) not null check (code <> ''),
    zone           varchar(20) not null check (zone <> ''),
    pick_sequence  integer     not null check (pick_sequence >= 0),
    primary key (warehouse_code, code)
);
comment on table bin is 'A place in a warehouse: zones are walked by name, the bins of a zone by pick sequence and code.';

-- A bin that only a receipt or a count names is taken up at the end of its zone: the letters its code begins with.
create function zone_of_bin(bin varchar) returns varchar language sql immutable as $$
    select coalesce(upper(substring(bin from '^([A-Za-z]{1,20})[-. /0-9]')), 'FLOOR')
$$;

insert into bin (warehouse_code, code, zone, pick_sequence)
select warehouse_code, bin, zone_of_bin(bin),
       10 * row_number() over (partition by warehouse_code, zone_of_bin(bin) order by bin)
from (select distinct warehouse_code, bin from stock_balance where bin <> '') as known;
update stock_balance set bin = null where bin = '';

create function take_up_bin() returns trigger language plpgsql as $$
begin
    if new.bin is not null then
        insert into bin (warehouse_code, code, zone, pick_sequence)
        select new.warehouse_code, new.bin, zone_of_bin(new.bin),
               10 + coalesce((select max(pick_sequence) from bin
                              where warehouse_code = new.warehouse_code and zone = zone_of_bin(new.bin)), 0)
        on conflict do nothing;
    end if;
    return new;
end
$$;

create trigger stock_lies_in_a_bin_of_its_warehouse
    before insert or update of bin, warehouse_code on stock_balance
    for each row execute function take_up_bin();

alter table stock_balance add constraint balance_lies_in_a_bin
    foreign key (warehouse_code, bin) references bin (warehouse_code, code);

create table bin_move (
    id         bigint       primary key default nextval('tradeflow_id_seq'),
    balance_id bigint       not null references stock_balance (id),
    from_bin   varchar(40),
    to_bin     varchar(40)  not null,
    moved_by   varchar(200) not null,
    moved_at   timestamptz  not null
);
comment on table bin_move is 'Goods put away or moved within their warehouse: quantities stay, the place changes.';
create index bin_move_of_balance on bin_move (balance_id);
