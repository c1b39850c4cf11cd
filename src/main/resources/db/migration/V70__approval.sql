-- Decisions bound to the content they were taken on.

create table approval_request (
    id             bigint        primary key,
    deal_number    varchar(16)   not null,
    subject_type   varchar(16)   not null,
    subject_number varchar(16)   not null,
    revision       integer       not null check (revision > 0),
    content_hash   varchar(64)   not null check (content_hash ~ '^[0-9a-f]{64}$'),
    kinds          text[]        not null,
    requested_by   varchar(254)  not null,
    makers         text[]        not null,
    requested_at   timestamptz   not null,
    current        boolean       not null,
    constraint approval_request_once unique (subject_number, subject_type, revision, content_hash)
);
create unique index approval_request_current on approval_request (subject_number) where current;
comment on table approval_request is
    'The kinds of approval that exactly one content of a subject needs; at most one request of a subject is current.';
comment on column approval_request.makers is 'User ids of those who prepared the content; none of them may approve it.';

create table approval (
    id            bigint        primary key,
    request_id    bigint        not null references approval_request (id),
    kind          varchar(40)   not null,
    reason        varchar(1000) not null,
    requested_at  timestamptz   not null,
    outcome       varchar(16)   check (outcome in ('APPROVED', 'REJECTED', 'SENT_BACK')),
    decided_by    varchar(200),
    decided_by_id varchar(254),
    comment       varchar(2000),
    decided_at    timestamptz,
    void          boolean       not null default false,
    version       integer       not null,
    constraint decided_whole_or_open check (num_nulls(outcome, decided_by, decided_by_id, decided_at) in (0, 4)),
    constraint void_is_decided check (not void or outcome = 'SENT_BACK')
);
-- A refused kind may be asked again for the same content; an open or granted one may not.
create unique index approval_once on approval (request_id, kind) where outcome is null or outcome = 'APPROVED';
comment on table approval is 'One decision asked for, and taken once the outcome is there.';

create function approval_decision_stands() returns trigger language plpgsql as $$
begin
    if old.outcome is not null and not (old.outcome is not distinct from new.outcome
            and old.decided_by_id is not distinct from new.decided_by_id) then
        raise exception 'approval % is decided and stays so', old.id using errcode = 'restrict_violation';
    end if;
    if new.outcome = 'APPROVED' and new.decided_by_id = any (
            select unnest(r.makers || r.requested_by::text) from approval_request r where r.id = new.request_id) then
        raise exception 'approval % cannot be given by who prepared it', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger approval_decision_stands before update on approval
    for each row execute function approval_decision_stands();
