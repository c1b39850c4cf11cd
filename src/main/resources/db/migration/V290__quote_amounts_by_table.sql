-- The discount on the whole and the charges of a quote as bands and tables propose them, each with its reason.

alter table quote
    add discount_by_hand boolean        not null default false,
    add bulk_discount    jsonb,
    add order_minimum    numeric(19, 4) check (order_minimum > 0),
    add freight_reason   varchar(300),
    add packing_reason   varchar(300),
    add insurance_reason varchar(300);

-- until now every discount on the whole was given by somebody
alter table quote disable trigger quote_stays_as_sent;
update quote set discount_by_hand = true where num_nonnulls(discount_percent, discount_amount) = 1;
alter table quote enable trigger quote_stays_as_sent;

comment on column quote.discount_by_hand is 'The sales desk set the discount on the whole, also to none; computing the draft again leaves it alone.';
comment on column quote.bulk_discount is 'What the bulk discounts said when the draft was computed: the band granted and why others are not; for staff only.';
comment on column quote.order_minimum is 'Least net value agreed for an order of this buyer when the draft was computed; empty where none is.';
comment on column quote.freight_reason is 'The rule of the table of charges in words; empty where the sales desk set the charge.';
