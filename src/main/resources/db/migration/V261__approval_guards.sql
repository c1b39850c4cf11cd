-- What is approved is the material part of a quote; and no quote is sent, nor an order placed, around its approvals.

alter table quote add column approval_hash varchar(64) check (approval_hash ~ '^[0-9a-f]{64}$');
alter table quote disable trigger quote_stays_as_sent;
update quote set approval_hash = content_hash;
alter table quote enable trigger quote_stays_as_sent;
comment on column quote.approval_hash is
    'SHA-256 over what material-change.dmn calls material: approvals are bound to it. Empty while the quote is incomplete.';

create function quote_passes_approved_only() returns trigger language plpgsql as $$
begin
    if new.status in ('SENT', 'ACCEPTED') and (tg_op = 'INSERT' or old.status is distinct from new.status)
            and not approval_is_granted('QUOTE', new.number, new.revision, new.approval_hash) then
        raise exception 'quote % revision % is not approved as it is now', new.number, new.revision
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger quote_passes_approved_only before insert or update on quote
    for each row execute function quote_passes_approved_only();

create function order_of_approved_quote() returns trigger language plpgsql as $$
begin
    if not exists (
            select 1 from quote q
             where q.number = new.quote_number and q.revision = new.quote_revision and q.status = 'ACCEPTED'
               and approval_is_granted('QUOTE', q.number, q.revision, q.approval_hash)) then
        raise exception 'order % has no accepted quote that is approved as it is', new.number
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger order_of_approved_quote before insert on sales_order
    for each row execute function order_of_approved_quote();
