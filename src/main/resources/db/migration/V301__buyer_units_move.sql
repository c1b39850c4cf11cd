-- Units of buyers may move below any other unit, as long as no unit ends up below itself.

do $$
declare
    older text;
begin
    select conname into strict older from pg_constraint
     where conrelid = 'buyer_unit'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%parent_id < id%';
    execute format('alter table buyer_unit drop constraint %I', older);
end $$;
comment on table buyer_unit is 'Departments and sites of a buyer, as a tree.';

create function buyer_unit_no_circle() returns trigger language plpgsql as $$
begin
    -- two units that move below each other at once queue up here
    perform 1 from buyer where code = new.buyer_code for no key update;
    if exists (
            with recursive above as (
                select new.parent_id as id
                union
                select u.parent_id from buyer_unit u join above on u.id = above.id)
            select from above where id = new.id) then
        raise exception 'unit % would lie below itself', new.id
            using errcode = 'check_violation', constraint = 'buyer_unit_no_circle';
    end if;
    return null;
end $$;
create constraint trigger buyer_unit_no_circle after insert or update of parent_id on buyer_unit
    for each row execute function buyer_unit_no_circle();
