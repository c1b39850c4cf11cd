-- No path around an approval, not even one past the program: a quote is opened to the buyer, and an order made of it, only
-- with the approvals that were asked for exactly this content.

create function quote_is_approved(quote_number text, quote_revision integer, hash text) returns boolean
    language sql stable as $$
    select exists (
        select 1 from approval_request r
        where r.subject_type = 'QUOTE' and r.subject_number = quote_number and r.revision = quote_revision
          and r.content_hash = hash and r.current
          and not exists (
              select 1 from unnest(r.kinds) asked (kind)
              where not exists (
                  select 1 from approval a
                  where a.request_id = r.id and a.kind = asked.kind and a.outcome = 'APPROVED')))
$$;
comment on function quote_is_approved is
    'Whether approvals were asked for this content and all of them given; asking for none counts as asked.';

create function quote_opens_as_approved() returns trigger language plpgsql as $$
begin
    if not quote_is_approved(new.number, new.revision, new.content_hash) then
        raise exception 'quote % revision % has not been approved as it is now', new.number, new.revision
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger quote_opens_as_approved before insert or update of status on quote
    for each row when (new.status in ('SENT', 'ACCEPTED')) execute function quote_opens_as_approved();

create function order_is_of_an_approved_quote() returns trigger language plpgsql as $$
begin
    if not exists (
        select 1 from quote q
        where q.number = new.quote_number and q.revision = new.quote_revision and q.status = 'ACCEPTED'
          and quote_is_approved(q.number, q.revision, q.content_hash)
    ) then
        raise exception 'order % is of quote % revision %, which is not accepted and approved',
            new.number, new.quote_number, new.quote_revision using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger order_is_of_an_approved_quote before insert on sales_order
    for each row execute function order_is_of_an_approved_quote();
