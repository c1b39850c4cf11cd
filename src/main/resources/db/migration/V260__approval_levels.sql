-- Several levels one after the other for each kind, deputies, and why a decision became void.

alter table approval_request add column levels integer[];
update approval_request set levels = array_fill(1, array[cardinality(kinds)]);
alter table approval_request
    alter column levels set not null,
    add constraint approval_request_levels check (cardinality(levels) = cardinality(kinds) and 1 <= all (levels));
comment on column approval_request.levels is 'How many levels decide on the kind at the same place in kinds, one after the other.';

alter table approval
    add column level            integer       not null default 1 check (level between 1 and 9),
    add column because          varchar(1000) not null default '',
    add column on_behalf_of     varchar(200),
    add column on_behalf_of_id  varchar(254),
    add column void_reason      varchar(1000),
    add column due_at           timestamptz,
    add constraint on_behalf_whole check (num_nulls(on_behalf_of, on_behalf_of_id) in (0, 2)),
    add constraint void_says_why check (void_reason is null or void);
alter table approval alter column level drop default;
comment on column approval.because is 'What in the content asked for this kind, in the words of required-approvals.dmn.';
comment on column approval.on_behalf_of_id is 'User id of who was away and is represented by who decided.';

drop index approval_once;
create unique index approval_once on approval (request_id, kind, level) where outcome is null or outcome = 'APPROVED';

create or replace function approval_decision_stands() returns trigger language plpgsql as $$
declare
    people text[] := array_remove(array[new.decided_by_id::text, new.on_behalf_of_id::text], null);
begin
    if tg_op = 'UPDATE' and old.outcome is not null and not (old.outcome is not distinct from new.outcome
            and old.decided_by_id is not distinct from new.decided_by_id
            and old.on_behalf_of_id is not distinct from new.on_behalf_of_id
            and old.kind = new.kind and old.level = new.level and old.request_id = new.request_id) then
        raise exception 'approval % is decided and stays so', old.id using errcode = 'restrict_violation';
    end if;
    if new.outcome is null or new.void then
        return new;
    end if;
    if exists (select 1 from approval_request r where r.id = new.request_id
            and (r.makers && people or r.requested_by = any (people))) then
        raise exception 'approval % cannot be decided by who prepared it, nor on their behalf', new.id
            using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from approval o
            where o.request_id = new.request_id and o.kind = new.kind and o.level <> new.level and o.outcome = 'APPROVED'
              and (o.decided_by_id = any (people) or o.on_behalf_of_id = any (people))) then
        raise exception 'approval % cannot be decided by who decided another level of it', new.id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
drop trigger approval_decision_stands on approval;
create trigger approval_decision_stands before insert or update on approval
    for each row execute function approval_decision_stands();

create function approval_is_granted(of_type text, of_number text, of_revision integer, of_hash text)
    returns boolean language sql stable as $$
    select exists (
        select 1 from approval_request r
         where r.subject_type = of_type and r.subject_number = of_number and r.revision = of_revision
           and r.content_hash = of_hash and r.current
           and not exists (
               select 1 from unnest(r.kinds, r.levels) as needed (kind, levels)
                       cross join generate_series(1, needed.levels) as step
                where not exists (select 1 from approval a where a.request_id = r.id and a.kind = needed.kind
                                     and a.level = step and a.outcome = 'APPROVED')))
$$;
comment on function approval_is_granted is 'Whether every level of every kind asked for on exactly this content is approved.';
