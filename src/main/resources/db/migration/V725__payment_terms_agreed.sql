-- Words on quotes from before payment terms were agreed bind nobody, also where they can be read. A column with a constant default touches no row,
-- so quotes that were sent stay as they are.

alter table quote
    add column payment_terms_agreed boolean not null default false,
    add constraint quote_payment_terms_to_agree check (not payment_terms_agreed or payment_terms is not null);
comment on column quote.payment_terms_agreed is 'Whether a draft was saved with payment_terms since they need an approval; else they are words that nothing is billed by.';
