-- A series of invoices stays with the GSTIN it was first used for; the company trades in rupees; a file that would do
-- something else than was shown waits for another answer.

create table invoice_series (
    series varchar(4)  primary key,
    gstin  varchar(15) not null check (gstin ~ '^[0-9A-Z]{15}$')
);
comment on table invoice_series is
    'Series that issued invoices carry and the GSTIN they belong to for good: numbers begin with the series, and its counter is one per GSTIN.';
insert into invoice_series (series, gstin)
    select distinct on (series) series, seller_gstin from tax_invoice order by series, id desc;

create function invoice_series_is_taken() returns trigger language plpgsql as $$
begin
    -- Whoever changes the branch waits for this invoice, and the other way round.
    perform 1 from branch where gstin = new.gstin and invoice_series = new.series for share;
    if not found then
        raise exception 'GSTIN or series of the branch have changed while the invoice was issued: issue it again'
            using errcode = 'serialization_failure';
    end if;
    insert into invoice_series (series, gstin) values (new.series, new.gstin) on conflict (series) do nothing;
    if not exists (select 1 from invoice_series s where s.series = new.series and s.gstin = new.gstin) then
        raise exception 'invoices of another GSTIN carry the series %', new.series using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger invoice_series_is_taken before insert on document_series
    for each row when (new.document_type = 'INV') execute function invoice_series_is_taken();

create function branch_has_a_series_of_its_own() returns trigger language plpgsql as $$
begin
    if exists (select 1 from invoice_series s where s.series = new.invoice_series and s.gstin <> new.gstin) then
        raise exception 'invoices of another GSTIN carry the series %', new.invoice_series
            using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger branch_has_a_series_of_its_own before insert or update on branch
    for each row execute function branch_has_a_series_of_its_own();

-- Not looked for in what is there: a company kept otherwise is mended when it is next saved.
alter table selling_company add constraint selling_company_trades_in_rupees check (currency = 'INR') not valid;

alter table import_file
    add column fingerprint varchar(64),
    add column note varchar(200);
comment on column import_file.fingerprint is
    'Of what the last look showed for every row (SHA-256, hexadecimal); null for files checked before it was noted, which come in as they were approved.';
comment on column import_file.note is 'What to know before answering; null where nothing is.';
