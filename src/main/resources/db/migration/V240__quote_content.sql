-- What a quote says besides goods and prices: discount on the whole, charges, options, notes; and its way into orders and invoices.

create table quote_template (
    code           varchar(40)   primary key check (code ~ '^[A-Z0-9][A-Z0-9-]*$'),
    name           varchar(120)  not null,
    segment        varchar(40)   unique,
    validity_days  integer       not null check (validity_days between 1 and 366),
    terms          varchar(4000) not null,
    shipping_terms varchar(500),
    incoterms      varchar(100),
    note           varchar(2000),
    approval_note  varchar(2000),
    version        integer       not null default 0
);
comment on table quote_template is 'What a new quote starts with; the one of the buyer''s segment is taken, else STANDARD.';
comment on column quote_template.approval_note is 'What approvers should know of such quotes; becomes the internal note of a draft that has none.';

alter table quote
    add template_code      varchar(40)    references quote_template (code),
    add incoterms          varchar(100),
    add shipping_terms     varchar(500),
    add note               varchar(2000),
    add internal_note      varchar(4000),
    add ship_to_chosen     boolean        not null default false,
    add discount_percent   numeric(9, 6)  check (discount_percent > 0 and discount_percent < 100),
    add discount_amount    numeric(19, 4) check (discount_amount > 0),
    add document_discount  numeric(19, 4) not null default 0 check (document_discount >= 0),
    add goods_total        numeric(19, 4),
    add freight            numeric(19, 4) not null default 0 check (freight >= 0),
    add packing            numeric(19, 4) not null default 0 check (packing >= 0),
    add insurance          numeric(19, 4) not null default 0 check (insurance >= 0),
    add freight_by_hand    boolean        not null default false,
    add packing_by_hand    boolean        not null default false,
    add insurance_by_hand  boolean        not null default false,
    add constraint quote_discount_one_way check (num_nonnulls(discount_percent, discount_amount) <= 1);

-- quotes made before had nothing but goods
alter table quote disable trigger quote_stays_as_sent;
update quote set goods_total = net_total;
alter table quote enable trigger quote_stays_as_sent;

alter table quote
    add constraint quote_net_is_goods_and_charges check (
        net_total = goods_total - document_discount + freight + packing + insurance);
comment on column quote.discount_percent is 'Discount on the whole as it was given; else as discount_amount.';
comment on column quote.document_discount is 'What the discount on the whole comes to, before tax.';
comment on column quote.goods_total is 'Sum of the lines that count, before the discount on the whole.';
comment on column quote.freight_by_hand is 'The sales desk set this charge; computing the draft again leaves it alone.';
comment on column quote.internal_note is 'For staff only.';

alter table quote_line
    add kind            varchar(11)    not null default 'FIRM' check (kind in ('FIRM', 'OPTIONAL', 'ALTERNATIVE')),
    add instead_of      integer,
    add target_price    numeric(19, 4) check (target_price > 0),
    add needed_by       date,
    add note            varchar(500),
    add below_floor     boolean        not null default false,
    add price_trace     jsonb,
    add discount_share  numeric(19, 4) not null default 0,
    add freight_share   numeric(19, 4) not null default 0,
    add packing_share   numeric(19, 4) not null default 0,
    add insurance_share numeric(19, 4) not null default 0,
    drop constraint quote_line_once,
    add constraint quote_line_once unique (quote_id, line_no) deferrable initially deferred,
    add constraint quote_line_instead_of_another check (
        (kind = 'ALTERNATIVE') = (instead_of is not null) and instead_of is distinct from line_no);
comment on column quote_line.kind is 'Only FIRM lines count towards the totals; the others are chosen on acceptance.';
comment on column quote_line.target_price is 'What the buyer would like to pay per unit, from the inquiry.';
comment on column quote_line.discount_share is 'With the three columns after it: what the line bears of the discount on the whole and of the charges.';
comment on column quote_line.price_trace is 'How the price came about; for staff only.';

alter table inquiry_line
    add target_price numeric(19, 4) check (target_price > 0),
    add needed_by    date;
comment on column inquiry_line.target_price is 'What the buyer would like to pay per unit, in the buyer''s currency.';

alter table sales_order
    add document_discount numeric(19, 4) not null default 0 check (document_discount >= 0),
    add freight           numeric(19, 4) not null default 0 check (freight >= 0),
    add packing           numeric(19, 4) not null default 0 check (packing >= 0),
    add insurance         numeric(19, 4) not null default 0 check (insurance >= 0);
alter table sales_order_line
    add discount_share  numeric(19, 4) not null default 0,
    add freight_share   numeric(19, 4) not null default 0,
    add packing_share   numeric(19, 4) not null default 0,
    add insurance_share numeric(19, 4) not null default 0,
    add note            varchar(500);

alter table tax_invoice_line
    add discount_share  numeric(19, 4) not null default 0,
    add freight_share   numeric(19, 4) not null default 0,
    add packing_share   numeric(19, 4) not null default 0,
    add insurance_share numeric(19, 4) not null default 0;
comment on column tax_invoice_line.discount_share is
    'With the three columns after it: what of the order line''s shares this invoice takes. Taxable value is net less discount and with the charges.';
comment on column tax_invoice_line.inr_net is 'Taxable value in INR.';

insert into quote_template (code, name, segment, validity_days, terms, shipping_terms, incoterms)
values
    ('STANDARD', 'Standard, within India', null, 15,
     E'Prices hold for the quantities quoted, until the last day of validity.\nGST is charged at the rate in force on the day of supply.\nAdvance or credit days are stated in the order confirmation.\nDelivery depends on stock when the order is confirmed; part shipments are possible.',
     null, null);
