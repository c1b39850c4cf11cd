create table idempotency_key (
    actor        varchar(200) not null,
    key          varchar(80)  not null,
    method       varchar(10)  not null,
    path         text         not null,
    body_sha256  bytea        not null,
    status       smallint,
    location     text,
    content_type varchar(200),
    etag         varchar(200),
    body         bytea,
    created_at   timestamptz  not null,
    expires_at   timestamptz  not null,
    constraint idempotency_key_pk primary key (actor, key),
    constraint idempotency_key_sha256 check (octet_length(body_sha256) = 32),
    constraint idempotency_key_success check (status between 200 and 399),
    constraint idempotency_key_lifetime check (expires_at > created_at)
);

comment on table idempotency_key is
    'A write that was answered, by the caller''s own key: the same request again gets the stored answer instead of a second effect.';
comment on column idempotency_key.status is
    'HTTP status of the stored answer; empty only inside the transaction that does the work.';

create index idempotency_key_expires_at on idempotency_key (expires_at);
