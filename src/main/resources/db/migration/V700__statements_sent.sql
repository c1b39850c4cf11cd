-- Statements of account that were mailed to the buyer, as they were then.

create sequence statement_sent_seq;

create table statement_sent (
    number       varchar(16)  primary key check (number = upper(number)),
    buyer_code   varchar(40)  not null references buyer (code),
    currency     varchar(3)   not null,
    period_from  date         not null,
    period_to    date         not null check (period_to >= period_from),
    request      varchar(64)  not null,
    recipient    varchar(320) not null,
    document_id  bigint       not null,
    requested_by varchar(200) not null,
    requested_at timestamptz  not null,
    constraint statement_sent_once unique (buyer_code, currency, period_from, period_to, request)
);
create index statement_sent_of_buyer on statement_sent (buyer_code, currency, requested_at desc);
comment on table statement_sent is 'Each wish to mail a statement once: the page names it, so that sending a form twice mails once.';
comment on column statement_sent.request is 'Chosen by who asks; another one for the same period is another mail, as things stand then.';

create function statement_sent_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a statement that was sent stays as it is' using errcode = 'restrict_violation';
end $$;
create trigger statement_sent_stays before update or delete or truncate on statement_sent
    for each statement execute function statement_sent_stays();
