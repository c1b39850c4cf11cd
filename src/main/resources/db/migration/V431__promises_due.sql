-- Promises that rest on goods to come are worked out after what changed them, not within it.

create table promise_due (
    id  bigint      primary key default nextval('tradeflow_id_seq'),
    sku varchar(40) not null references product (sku)
);
comment on table promise_due is
    'Products of which other goods, or on other days, are to come: the promises of orders that wait for them are worked out anew, then the row goes. The same product may stand here more than once.';
