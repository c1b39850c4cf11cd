-- What buyer and sales desk say to each other about a quote, and what follows from it. Every agreed change is a revision of its own.

alter table quote_line add previous_line_no integer;
comment on column quote_line.previous_line_no is 'The line of the revision before that this one continues; empty for a new line.';

create table counter_offer (
    id           bigint        primary key default nextval('tradeflow_id_seq'),
    quote_number varchar(16)   not null,
    revision     integer       not null,
    message      varchar(2000) check (message <> ''),
    offered_at   timestamptz   not null,
    offered_by   varchar(200)  not null,
    offered_by_id varchar(254) not null,
    constraint counter_offer_once unique (quote_number, revision),
    foreign key (quote_number, revision) references quote (number, revision)
);
comment on table counter_offer is 'What the buyer wants otherwise than a sent revision says. It ends that revision; the next one answers it.';

create table counter_offer_line (
    counter_offer_id bigint         not null references counter_offer,
    line_no          integer        not null,
    quantity         numeric(19, 6) check (quantity > 0),
    unit_price       numeric(19, 4) check (unit_price > 0),
    needed_by        date,
    leave_out        boolean        not null default false,
    note             varchar(500)   check (note <> ''),
    answer           varchar(8)     check (answer in ('ADOPTED', 'KEPT')),
    answer_note      varchar(500)   check (answer_note <> ''),
    answered_by      varchar(200),
    answered_at      timestamptz,
    primary key (counter_offer_id, line_no),
    constraint counter_offer_line_wants_something
        check (leave_out or num_nonnulls(quantity, unit_price, needed_by, note) > 0),
    constraint counter_offer_line_answer_whole check (num_nulls(answer, answered_by, answered_at) in (0, 3))
);
comment on column counter_offer_line.line_no is 'Line of the revision that the offer counters.';
comment on column counter_offer_line.unit_price is 'What the buyer offers per unit, in the quote''s currency, before tax.';

-- What the buyer wanted never changes; how it was answered may, as long as the sales desk works on the answer.
create function counter_offer_line_stays() returns trigger language plpgsql as $$
declare
    answer constant text[] := array['answer', 'answer_note', 'answered_by', 'answered_at'];
begin
    if tg_op = 'DELETE' or to_jsonb(old) - answer <> to_jsonb(new) - answer then
        raise exception 'a counter-offer stays as it was made' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger counter_offer_line_stays before update or delete on counter_offer_line
    for each row execute function counter_offer_line_stays();

create table quote_message (
    id           bigint        primary key default nextval('tradeflow_id_seq'),
    quote_number varchar(16)   not null,
    revision     integer       not null,
    line_no      integer,
    side         varchar(6)    not null check (side in ('BUYER', 'SELLER')),
    author       varchar(200)  not null,
    author_id    varchar(254)  not null,
    text         varchar(2000) not null check (text <> ''),
    said_at      timestamptz   not null,
    foreign key (quote_number, revision) references quote (number, revision)
);
create index quote_message_of_quote on quote_message (quote_number, id);
comment on table quote_message is 'The discussion of a quote; both sides read all of it.';

create table extension_request (
    id            bigint       primary key default nextval('tradeflow_id_seq'),
    quote_number  varchar(16)  not null,
    revision      integer      not null,
    wanted_until  date         not null,
    reason        varchar(500) check (reason <> ''),
    asked_at      timestamptz  not null,
    asked_by      varchar(200) not null,
    asked_by_id   varchar(254) not null,
    outcome       varchar(8)   check (outcome in ('GRANTED', 'REFUSED', 'OVER')),
    granted_until date,
    decided_at    timestamptz,
    decided_by    varchar(200),
    decision_note varchar(500) check (decision_note <> ''),
    foreign key (quote_number, revision) references quote (number, revision),
    constraint extension_request_decision_whole check (num_nulls(outcome, decided_at, decided_by) in (0, 3)),
    constraint extension_request_until check ((outcome is not distinct from 'GRANTED') = (granted_until is not null))
);
create unique index extension_request_one_open on extension_request (quote_number) where outcome is null;
comment on table extension_request is 'The buyer asks for a longer validity. Granted, it becomes a revision with the same content and another end.';

create table chosen_lines (
    quote_number varchar(16)  not null,
    revision     integer      not null,
    content_hash varchar(64)  not null check (content_hash ~ '^[0-9a-f]{64}$'),
    po_number    varchar(64)  not null check (po_number <> ''),
    po_date      date,
    chosen_by    varchar(200) not null,
    chosen_by_id varchar(254) not null,
    buyer_code   varchar(40),
    staff_groups text[]       not null default '{}',
    chosen_at    timestamptz  not null,
    outcome      varchar(8)   check (outcome in ('ACCEPTED', 'OPEN', 'REFUSED')),
    outcome_note varchar(500),
    primary key (quote_number, revision),
    foreign key (quote_number, revision) references quote (number, revision)
);
comment on table chosen_lines is
    'The buyer takes only some lines, or options too: a revision with exactly those, which is accepted once it is approved as it is.';
comment on column chosen_lines.content_hash is 'The acceptance holds for this content only.';
comment on column chosen_lines.outcome is 'OPEN: the buyer''s own company decides first. REFUSED: it could not be accepted, see the note.';
comment on column chosen_lines.buyer_code is 'Of the buyer''s user who chose; empty where staff recorded it.';
