-- A deal that was begun with the lines of another deal's quote.

create table deal_origin (
    deal_number   varchar(16)  primary key references deal (number),
    kind          varchar(9)   not null check (kind in ('DUPLICATE', 'REQUOTE')),
    from_deal     varchar(16)  not null references deal (number),
    from_quote    varchar(16)  not null,
    from_revision integer      not null,
    begun_at      timestamptz  not null,
    begun_by      varchar(200) not null,
    foreign key (from_quote, from_revision) references quote (number, revision),
    constraint deal_origin_is_another check (from_deal <> deal_number)
);
create index deal_origin_of_deal on deal_origin (from_deal);
comment on table deal_origin is 'Where a deal''s lines come from. DUPLICATE: a quote''s lines for the same or another company; REQUOTE: the same company
     is quoted anew after its quote was declined, expired or withdrawn.';
