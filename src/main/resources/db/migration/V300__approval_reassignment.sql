-- Who an open approval was handed to, by whom and why.

create table approval_reassignment (
    id               bigint       generated always as identity primary key,
    approval_id      bigint       not null references approval (id),
    from_id          varchar(254),
    from_name        varchar(200) not null,
    to_id            varchar(254) not null,
    to_name          varchar(200) not null,
    reason           varchar(500) not null check (length(btrim(reason)) >= 5),
    reassigned_by_id varchar(254) not null,
    reassigned_by    varchar(200) not null,
    reassigned_at    timestamptz  not null,
    constraint reassigned_to_somebody_else check (from_id is distinct from to_id)
);
create index approval_reassignment_of on approval_reassignment (approval_id);
comment on table approval_reassignment is 'Each time an open approval was handed to a person; from_id is empty where it lay with the group.';

create function approval_reassignment_allowed() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        raise exception 'reassignments are kept as they were' using errcode = 'restrict_violation';
    end if;
    if not exists (select from approval a where a.id = new.approval_id and a.outcome is null) then
        raise exception 'approval % is decided', new.approval_id using errcode = 'restrict_violation';
    end if;
    if exists (select from approval a join approval_request r on r.id = a.request_id
                where a.id = new.approval_id and (new.to_id = any (r.makers) or r.requested_by = new.to_id)) then
        raise exception 'approval % cannot be handed to who prepared it', new.approval_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger approval_reassignment_allowed before insert or update or delete on approval_reassignment
    for each row execute function approval_reassignment_allowed();
