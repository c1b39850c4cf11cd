alter table quote_line add column floor_price numeric(19, 4);
comment on column quote_line.floor_price is 'What a unit may not go below without an approval when the line was priced; empty where no floor is set.';
