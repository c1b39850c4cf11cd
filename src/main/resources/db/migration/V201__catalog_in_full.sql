-- The catalogue in full: status, variants, packaging units, media, who sees what, and a search that is quick at 100,000 SKUs.
create extension if not exists fuzzystrmatch;

alter table product add column status varchar(16) not null default 'ACTIVE'
    check (status in ('DRAFT', 'ACTIVE', 'BLOCKED', 'DISCONTINUED'));
update product set status = 'BLOCKED' where not active;
alter table product drop column active;
alter table product add column successor_sku varchar(40) references product (sku) deferrable initially deferred,
    add constraint product_does_not_succeed_itself check (successor_sku <> sku),
    add constraint product_successor_of_discontinued check (successor_sku is null or status = 'DISCONTINUED');
comment on column product.status is 'Only ACTIVE can be inquired and quoted; buyers also see DISCONTINUED, with its successor.';

-- Words for the search: whole and by their beginning, in any order.
alter table product add column search_words tsvector not null generated always as (array_to_tsvector(array_remove(
    regexp_split_to_array(lower(sku || ' ' || name || ' ' || coalesce(variant, '') || ' ' || family), '[^[:alnum:]]+'), ''))) stored;
create index product_search_words on product using gin (search_words);
create index product_sku_beginning on product (lower(sku) text_pattern_ops);
create index product_of_family on product (family, name);

create table catalog_word (word text primary key check (word ~ '^[[:alpha:]]{3,}$'));
comment on table catalog_word is 'The words of all products; a word mistyped in a search is looked up here.';
create index catalog_word_trigrams on catalog_word using gin (word gin_trgm_ops);
insert into catalog_word
    select distinct word from product, unnest(tsvector_to_array(search_words)) word where word ~ '^[[:alpha:]]{3,}$';

create table product_attribute (
    sku      varchar(40)  not null references product (sku) on delete cascade,
    position smallint     not null check (position between 1 and 8),
    axis     varchar(40)  not null check (axis <> ''),
    value    varchar(100) not null check (value <> ''),
    primary key (sku, position),
    unique (sku, axis)
);
comment on table product_attribute is 'What tells a variant from its siblings (same family and name): size, material …';

create table product_unit (
    sku    varchar(40)    not null references product (sku) on delete cascade,
    unit   varchar(8)     not null references unit_code (code),
    factor numeric(19, 6) not null check (factor > 0 and factor <> 1),
    primary key (sku, unit)
);
comment on table product_unit is 'Packaging units: one of unit holds factor of the product''s own unit. All quantities are kept in the latter.';

create table product_media (
    id           bigint       generated always as identity primary key,
    sku          varchar(40)  not null references product (sku) on delete cascade,
    kind         varchar(16)  not null check (kind in ('IMAGE', 'DATA_SHEET')),
    content_type varchar(40)  not null,
    title        varchar(120) not null check (title <> ''),
    sha256       varchar(64)  not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content      bytea        not null check (octet_length(content) between 1 and 10485760),
    added_at     timestamptz  not null,
    added_by     varchar(254) not null,
    unique (sku, sha256),
    constraint media_of_its_kind check (
        kind = 'IMAGE' and content_type in ('image/png', 'image/jpeg', 'image/webp')
        or kind = 'DATA_SHEET' and content_type = 'application/pdf')
);
comment on table product_media is 'Images and data sheets of a product; their type is read from the content.';

create table catalog_rule (
    id            bigint      generated always as identity primary key,
    sku           varchar(40) references product (sku) on delete cascade,
    category_code varchar(40) references category (code),
    audience      varchar(16) not null check (audience in ('COMPANY', 'SEGMENT', 'EVERYBODY')),
    audience_code varchar(40),
    rank          smallint    not null generated always as
        (case audience when 'COMPANY' then 0 when 'SEGMENT' then 1 else 2 end) stored,
    allow         boolean     not null,
    note          varchar(200),
    constraint catalog_rule_has_one_scope check (sku is null or category_code is null),
    constraint catalog_rule_audience check ((audience = 'EVERYBODY') = (audience_code is null)),
    constraint catalog_rule_once unique nulls not distinct (sku, category_code, audience, audience_code, allow)
);
comment on table catalog_rule is
    'Who sees what. Neither SKU nor category: the whole catalogue. A company''s rules stand before its segment''s, these before
     everybody''s; then SKU before the nearest category; a deny beats an allow of the same rank. Without a rule: visible.';
create index catalog_rule_of_audience on catalog_rule (audience, audience_code);

alter table inquiry_line
    add column entered_quantity numeric(19, 6) check (entered_quantity > 0),
    add column entered_unit varchar(8) references unit_code (code),
    add constraint inquiry_line_entered_whole_or_absent check ((entered_quantity is null) = (entered_unit is null));
comment on column inquiry_line.entered_unit is 'The packaging unit the buyer asked in; quantity and unit are the product''s own.';

create table request_line (
    user_id  varchar(254)   not null,
    buyer_code varchar(40)  not null references buyer (code),
    sku      varchar(40)    not null references product (sku) on delete cascade,
    unit     varchar(8)     not null references unit_code (code),
    quantity numeric(19, 6) not null check (quantity > 0),
    added_at timestamptz    not null,
    primary key (user_id, buyer_code, sku, unit)
);
comment on table request_line is 'What a buyer''s user has put together for the next inquiry.';
