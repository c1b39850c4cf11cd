-- The floor a price was compared with.
alter table quote_line add floor numeric(19, 4) check (floor > 0);
comment on column quote_line.floor is 'What a unit may not go below without an approval; null where none is set.';
