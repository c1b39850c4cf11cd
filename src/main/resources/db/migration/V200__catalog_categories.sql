-- Categories of the catalogue: a tree that prices, and what a buyer sees, can be bound to.

create table category (
    code        varchar(40)  primary key check (code ~ '^[A-Z0-9][A-Z0-9-]*$'),
    name        varchar(100) not null check (name <> ''),
    parent_code varchar(40)  references category (code),
    constraint category_is_not_its_own_parent check (parent_code <> code)
);
comment on table category is 'A branch of the catalogue; the top ones have no parent.';
create index category_of_parent on category (parent_code);

create function category_tree_has_no_circle() returns trigger language plpgsql as $$
begin
    if exists (
        with recursive above (code) as (
            select new.parent_code
            union
            select c.parent_code from category c join above a on c.code = a.code
        )
        select 1 from above where code = new.code
    ) then
        raise exception 'category % would lie within itself', new.code using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger category_tree_has_no_circle before insert or update of parent_code on category
    for each row when (new.parent_code is not null) execute function category_tree_has_no_circle();

alter table product add column category_code varchar(40) references category (code);
comment on column product.category_code is 'Where the product stands in the catalogue; null while nobody has placed it.';
create index product_of_category on product (category_code);
