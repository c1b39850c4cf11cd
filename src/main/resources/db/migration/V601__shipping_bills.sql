-- What customs gave of an export after its invoice was issued. Nothing is changed: the last entry of an invoice counts.

create table shipping_bill_entry (
    id             bigint       generated always as identity primary key,
    invoice_number varchar(16)  not null references tax_invoice (number),
    number         varchar(7)   not null check (number ~ '^[0-9]{3,7}$'),
    dated_on       date         not null,
    port_code      varchar(6)   not null references port (code),
    entered_by     varchar(200) not null,
    entered_at     timestamptz  not null
);
create index shipping_bill_entry_of_invoice on shipping_bill_entry (invoice_number, id desc);
comment on table shipping_bill_entry is 'What finance said of the shipping bill of an export; the entry with the highest id counts.';

create function shipping_bill_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was said of a shipping bill stays; enter it again' using errcode = 'restrict_violation';
end $$;
create trigger shipping_bill_entry_stays before update or delete on shipping_bill_entry
    for each row execute function shipping_bill_entry_stays();

create function shipping_bill_is_of_an_export() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from tax_invoice i where i.number = new.invoice_number
            and i.supply_type in ('EXPWP', 'EXPWOP') and i.issued_on <= new.dated_on) then
        raise exception 'invoice % is no export, or later than its shipping bill', new.invoice_number using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger shipping_bill_is_of_an_export before insert on shipping_bill_entry
    for each row execute function shipping_bill_is_of_an_export();
