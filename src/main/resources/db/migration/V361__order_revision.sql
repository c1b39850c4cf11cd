-- An order can be changed after it was confirmed: each change is a revision with a confirmation of its own.

alter table sales_order
    add column revision integer not null default 0 check (revision >= 0),
    add column taxed_on date;
update sales_order o set taxed_on = q.quoted_on from quote q
 where q.number = o.quote_number and q.revision = o.quote_revision;
comment on column sales_order.revision is 'Zero as confirmed; rises with every change that is applied.';
comment on column sales_order.taxed_on is 'The day whose rates the totals are computed with: that of the quote, or of the last change.';
