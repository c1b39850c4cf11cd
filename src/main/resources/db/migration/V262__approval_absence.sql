-- Who is away and who decides for them meanwhile; and when people work.

create table absence (
    id           bigint        primary key,
    user_id      varchar(64)   not null,
    user_name    varchar(200)  not null,
    deputy_id    varchar(64)   not null,
    deputy_name  varchar(200)  not null,
    away_from    timestamptz   not null,
    away_until   timestamptz   not null,
    note         varchar(500),
    recorded_by  varchar(200)  not null,
    recorded_at  timestamptz   not null,
    cancelled_at timestamptz,
    constraint absence_ends_later check (away_until > away_from),
    constraint nobody_is_their_own_deputy check (user_id <> deputy_id)
);
create extension if not exists btree_gist;
alter table absence add constraint one_absence_at_a_time
    exclude using gist (user_id with =, tstzrange(away_from, away_until) with &&) where (cancelled_at is null);
create index absence_of_deputy on absence (deputy_id) where cancelled_at is null;
comment on table absence is 'While somebody is away their deputy sees and decides their approvals, on their behalf.';

create table working_hours (
    weekday   integer primary key check (weekday between 1 and 7),
    opens     time    not null,
    closes    time    not null,
    constraint opens_before_it_closes check (closes > opens)
);
comment on table working_hours is 'Working hours by day of the week (1 is Monday), in the seller''s zone; a day that is missing is off.';
insert into working_hours
select weekday, time '09:30', time '18:30' from generate_series(1, 6) as weekday;

create table holiday (
    day  date         primary key,
    name varchar(100) not null
);
comment on table holiday is 'Days off besides the weekly ones.';
insert into holiday values
    ('2026-01-26', 'Republic Day'), ('2026-08-15', 'Independence Day'), ('2026-10-02', 'Gandhi Jayanti'),
    ('2026-12-25', 'Christmas'),
    ('2027-01-26', 'Republic Day'), ('2027-08-15', 'Independence Day'), ('2027-10-02', 'Gandhi Jayanti'),
    ('2027-12-25', 'Christmas');
