-- Templates also set payment terms, charges and approvals; a quote keeps its payment terms; a buyer's note on a line is the buyer's.

alter table quote_template
    add payment_terms    varchar(500),
    add charges_currency varchar(3)     check (charges_currency ~ '^[A-Z]{3}$'),
    add freight          numeric(19, 2) check (freight >= 0),
    add packing          numeric(19, 2) check (packing >= 0),
    add insurance        numeric(19, 2) check (insurance >= 0),
    add approvals        text[]         not null default '{}',
    add constraint quote_template_charges_have_currency check (
        charges_currency is not null or num_nonnulls(freight, packing, insurance) = 0);
comment on column quote_template.freight is 'With packing and insurance: set on drafts in charges_currency, as by hand; null leaves it to the table of charges.';
comment on column quote_template.approvals is 'Kinds of approval that such quotes need besides those of required-approvals.dmn.';

alter table quote add payment_terms varchar(500);
comment on column quote.payment_terms is 'As printed; null prints that the order confirmation states them.';

alter table quote_line add buyer_note varchar(500);
comment on column quote_line.buyer_note is 'What the buyer wrote on the line of the inquiry; printed only where the sales desk adopts it as note.';
