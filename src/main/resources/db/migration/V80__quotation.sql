-- Quotes: one row per revision. What was sent stays as it was sent.

create sequence quote_number_seq;

create table quote (
    id             bigint         primary key,
    number         varchar(16)    not null,
    revision       integer        not null check (revision > 0),
    deal_number    varchar(16)    not null references deal (number),
    buyer_code     varchar(40)    not null references buyer (code),
    buyer_name     varchar(200)   not null,
    status         varchar(16)    not null check (status in
        ('DRAFT', 'SENT', 'SUPERSEDED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    quoted_on      date           not null,
    valid_until    date           not null,
    currency       varchar(3)     not null check (currency ~ '^[A-Z]{3}$'),
    branch_code    varchar(20)    not null references branch (code),
    bill_to        jsonb          not null,
    ship_to        jsonb          not null,
    place_of_supply      varchar(2),
    place_of_supply_name varchar(100),
    supply_nature        varchar(200),
    endorsement          varchar(500),
    terms          varchar(4000)  not null,
    list_total     numeric(19, 4),
    net_total      numeric(19, 4),
    cgst           numeric(19, 4),
    sgst           numeric(19, 4),
    igst           numeric(19, 4),
    tax            numeric(19, 4),
    round_off      numeric(19, 4),
    grand_total    numeric(19, 4),
    discount       numeric(13, 6),
    margin         numeric(13, 6),
    content_hash   varchar(64)    check (content_hash ~ '^[0-9a-f]{64}$'),
    prepared_by    varchar(200)   not null,
    prepared_by_id varchar(254)   not null,
    makers         text[]         not null,
    document_id    bigint,
    sent_at        timestamptz,
    closed_at      timestamptz,
    closing_reason varchar(2000),
    po_number      varchar(64),
    po_date        date,
    accepted_by    varchar(200),
    version        integer        not null,
    constraint quote_revision_once unique (number, revision),
    constraint quote_one_per_deal unique (deal_number, revision),
    constraint quote_valid_from_its_day check (valid_until >= quoted_on),
    constraint quote_complete_before_sent check (
        status in ('DRAFT', 'WITHDRAWN') or num_nulls(
            place_of_supply, net_total, tax, round_off, grand_total, content_hash, sent_at) = 0),
    constraint quote_tax_is_its_heads check (tax = cgst + sgst + igst),
    constraint quote_adds_up check (grand_total = net_total + tax + round_off),
    constraint quote_accepted_with_po check (status <> 'ACCEPTED' or num_nulls(po_number, po_date, accepted_by) = 0)
);
create unique index quote_one_current on quote (number) where status <> 'SUPERSEDED';
create unique index quote_po_number_once on quote (buyer_code, upper(po_number)) where po_number is not null;
create index quote_of_buyer on quote (buyer_code);
comment on table quote is 'One revision of a quote; exactly one revision of a number is not superseded.';
comment on column quote.content_hash is 'SHA-256 over all that buyer and approver agree on; empty until every line is priced and taxed.';
comment on column quote.margin is 'Percent of the net total above cost; empty where a cost or an exchange rate is unknown.';
comment on column quote.makers is 'User ids of all who prepared this revision; none of them may approve it.';

create table quote_line (
    id           bigint         primary key,
    quote_id     bigint         not null references quote (id),
    line_no      integer        not null check (line_no > 0),
    sku          varchar(40)    not null references product (sku),
    description  varchar(500)   not null,
    hsn          varchar(8)     not null,
    quantity     numeric(19, 6) not null check (quantity > 0),
    unit         varchar(8)     not null,
    list_price   numeric(19, 4) check (list_price > 0),
    unit_price   numeric(19, 4) check (unit_price > 0),
    net          numeric(19, 4),
    tax_rate     numeric(9, 6),
    margin       numeric(13, 6),
    price_reason varchar(500),
    set_by_hand  boolean        not null,
    constraint quote_line_once unique (quote_id, line_no),
    constraint quote_line_net check (net = round(quantity * unit_price, 2)),
    constraint quote_line_by_hand_has_price check (not set_by_hand or unit_price is not null),
    constraint quote_line_priced_whole check ((unit_price is null) = (net is null))
);
comment on table quote_line is 'A line of a quote revision; without a unit price while the sales desk still has to set one.';
comment on column quote_line.set_by_hand is 'The sales desk set this price; pricing the draft again leaves it alone.';

-- After a draft is sent, only its fate may change: not what it says.
create function quote_stays_as_sent() returns trigger language plpgsql as $$
declare
    fate constant text[] :=
        array['status', 'closed_at', 'closing_reason', 'po_number', 'po_date', 'accepted_by', 'version'];
begin
    if old.status <> 'DRAFT' and (new.status = 'DRAFT' or to_jsonb(old) - fate <> to_jsonb(new) - fate) then
        raise exception 'quote % revision % was sent and stays as it is', old.number, old.revision
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger quote_stays_as_sent before update on quote for each row execute function quote_stays_as_sent();

create function quote_line_stays_as_sent() returns trigger language plpgsql as $$
declare
    touched bigint := case when tg_op = 'DELETE' then old.quote_id else new.quote_id end;
begin
    if exists (select 1 from quote q where q.id = touched and q.status <> 'DRAFT') then
        raise exception 'the lines of a sent quote stay as they are' using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger quote_line_stays_as_sent before insert or update or delete on quote_line
    for each row execute function quote_line_stays_as_sent();
