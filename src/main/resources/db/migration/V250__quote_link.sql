-- The link in a quote's mail, with which the buyer answers without signing in. Only its hash is kept.

create table quote_link (
    secret_hash  varchar(64)  primary key check (secret_hash ~ '^[0-9a-f]{64}$'),
    quote_number varchar(16)  not null,
    revision     integer      not null,
    content_hash varchar(64)  not null check (content_hash ~ '^[0-9a-f]{64}$'),
    recipient    varchar(254) not null check (recipient <> ''),
    sent_at      timestamptz  not null,
    used_at      timestamptz,
    answer       varchar(16)  check (answer in ('ACCEPTED', 'DECLINED', 'CHANGE')),
    used_by      varchar(200) check (used_by <> ''),
    used_from    varchar(64),
    foreign key (quote_number, revision) references quote (number, revision),
    constraint quote_link_used_whole check (num_nulls(used_at, answer, used_by, used_from) in (0, 4))
);
create index quote_link_of_quote on quote_link (quote_number, revision);
comment on table quote_link is 'Bound to one revision with exactly this content; one answer uses it up. Its end is the end of the quote''s validity.';
comment on column quote_link.used_by is 'The name that the person typed who answered; nobody has checked it.';

-- What a link is bound to never changes, and what was answered with it is not taken back.
create function quote_link_is_used_once() returns trigger language plpgsql as $$
begin
    if old.used_at is not null
        or to_jsonb(old) - array['used_at', 'answer', 'used_by', 'used_from']
            <> to_jsonb(new) - array['used_at', 'answer', 'used_by', 'used_from'] then
        raise exception 'the link of quote % revision % stays as it is', old.quote_number, old.revision
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger quote_link_is_used_once before update on quote_link
    for each row execute function quote_link_is_used_once();
