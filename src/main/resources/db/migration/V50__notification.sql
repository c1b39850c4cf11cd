create table mail (
    id bigint primary key,
    key varchar(200) not null unique,
    deal_number varchar(16) not null,
    recipient varchar(320) not null,
    subject text not null,
    body text not null,
    queued_at timestamptz not null,
    sent_at timestamptz,
    attempts integer not null default 0 check (attempts >= 0),
    last_error text
);

comment on table mail is 'The outbox: each mail once by its key, queued in the transaction of what it tells about.';
comment on column mail.key is 'Says what the mail is, once and for all; the same key is never mailed twice.';

create index mail_deal on mail (deal_number, id);

create table mail_attachment (
    mail_id bigint not null references mail,
    place integer not null,
    document_id bigint not null references frozen_document,
    primary key (mail_id, place)
);

comment on table mail_attachment is 'Documents that go along with a mail as PDF, in their order.';
