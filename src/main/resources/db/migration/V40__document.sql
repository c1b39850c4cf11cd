create table frozen_document (
    id bigint primary key,
    kind varchar(20) not null,
    number varchar(16) not null,
    revision integer not null check (revision >= 0),
    deal_number varchar(16) not null,
    buyer_code varchar(32) not null,
    snapshot text not null,
    snapshot_sha256 char(64) not null,
    frozen_at timestamptz not null,
    pdf bytea,
    pdf_sha256 char(64),
    rendered_at timestamptz,
    unique (kind, number, revision),
    check ((pdf is null) = (pdf_sha256 is null)),
    check ((pdf is null) = (rendered_at is null))
);

comment on table frozen_document is 'Documents as they were sent: all that was printed, fixed for good, and the PDF made from it.';
comment on column frozen_document.snapshot is 'JSON of what the document prints; the PDF can be made from it again, identical.';

create index frozen_document_deal on frozen_document (deal_number, id);

-- A PDF barely compresses further: do not try on every write.
alter table frozen_document alter column pdf set storage external;

create function frozen_document_keeps() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'Document % is frozen and stays', old.number using errcode = 'restrict_violation';
    end if;
    if (new.id, new.kind, new.number, new.revision, new.deal_number, new.buyer_code, new.snapshot, new.snapshot_sha256, new.frozen_at)
       is distinct from
       (old.id, old.kind, old.number, old.revision, old.deal_number, old.buyer_code, old.snapshot, old.snapshot_sha256, old.frozen_at) then
        raise exception 'Document % is frozen and cannot change', old.number using errcode = 'restrict_violation';
    end if;
    if old.pdf_sha256 is not null and new.pdf_sha256 is distinct from old.pdf_sha256 then
        raise exception 'Document % has its PDF already', old.number using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger frozen_document_keeps before update or delete on frozen_document
    for each row execute function frozen_document_keeps();
