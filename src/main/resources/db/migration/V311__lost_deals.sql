-- Why deals are lost: reasons are master data, a lost deal carries one and a note.

create table lost_reason (
    code         varchar(40)  primary key check (code ~ '^[A-Z][A-Z0-9_]*$'),
    name         varchar(120) not null unique check (name <> ''),
    meaning      varchar(500),
    for_buyers   boolean      not null default false,
    stands_for   varchar(16)  unique check (stands_for in ('DECLINED', 'EXPIRED', 'WITHDRAWN')),
    active_from  date         not null,
    active_until date,
    version      integer      not null default 0,
    constraint lost_reason_period check (active_until >= active_from)
);
comment on table lost_reason is 'Why deals are lost; deals keep a reason that is no longer active.';
comment on column lost_reason.for_buyers is 'Offered to buyers who decline.';
comment on column lost_reason.stands_for is 'Taken for a quote that ended so where nobody gave a reason.';

insert into lost_reason (code, name, meaning, for_buyers, stands_for, active_from) values
    ('PRICE',         'Price too high',                  'A competitor or the budget was lower.',                   true,  null,        '2020-01-01'),
    ('DELIVERY',      'Delivery too late',               'We could not deliver when it was needed.',                true,  null,        '2020-01-01'),
    ('TERMS',         'Payment or delivery terms',       'Credit, advance, freight or Incoterms did not fit.',      true,  null,        '2020-01-01'),
    ('SPECIFICATION', 'Does not meet the specification', 'Material, size, certificate or brand was another.',       true,  null,        '2020-01-01'),
    ('NOT_NEEDED',    'No longer needed',                'The project was stopped or put off.',                     true,  null,        '2020-01-01'),
    ('MARGIN',        'Not worth it at that price',      'What the buyer would pay left us too little.',            false, null,        '2020-01-01'),
    ('NOT_SAID',      'Declined without a reason',       null,                                                      false, 'DECLINED',  '2020-01-01'),
    ('NO_ANSWER',     'No answer',                       'The validity ended without a word from the buyer.',       false, 'EXPIRED',   '2020-01-01'),
    ('GIVEN_UP',      'Given up by the sales desk',      null,                                                      false, 'WITHDRAWN', '2020-01-01');

create table deal_loss (
    deal_number varchar(16)  primary key references deal (number),
    reason_code varchar(40)  not null references lost_reason (code),
    note        varchar(2000),
    said_by     varchar(200) not null,
    said_at     timestamptz  not null,
    outcome     varchar(40),
    lost_at     timestamptz,
    constraint deal_loss_whole check ((outcome is null) = (lost_at is null))
);
create index deal_loss_by_moment on deal_loss (lost_at);
create index deal_loss_of_reason on deal_loss (reason_code);
comment on table deal_loss is 'Why a deal is lost. The reason may be there before the process has closed the deal; lost_at says when it has.';
comment on column deal_loss.outcome is 'How the quote ended: DECLINED, EXPIRED or WITHDRAWN.';

insert into deal_loss (deal_number, reason_code, note, said_by, said_at, outcome, lost_at)
select deal.number, lost_reason.code, last.closing_reason, 'Tradeflow', deal.changed_at, lost_reason.stands_for, deal.changed_at
from deal
left join lateral (
    select status, closing_reason from quote where quote.deal_number = deal.number order by revision desc limit 1) last on true
join lost_reason on lost_reason.stands_for =
    case when last.status in ('DECLINED', 'EXPIRED') then last.status else 'WITHDRAWN' end
where deal.stage = 'LOST';
