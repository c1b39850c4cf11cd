-- Outside systems that do not answer rest; of a product one message waits at most, and says what there is when it is sent.

alter table stock_webhook
    add column failures    integer     not null default 0 check (failures >= 0),
    add column rests_until timestamptz,
    add column last_error  varchar(500),
    add constraint who_rests_has_failed check (rests_until is null or failures > 0);
comment on column stock_webhook.failures is 'How often in a row it did not answer; an answer sets it back.';
comment on column stock_webhook.rests_until is 'Nothing is sent to it before; null where it answers.';

alter table stock_webhook_delivery
    add column up_to      bigint not null default 0,
    add column not_before timestamptz;
comment on column stock_webhook_delivery.up_to is 'Position of the latest change the message stands for.';
comment on column stock_webhook_delivery.not_before is 'The other side does not accept this message, while it accepts others; it is tried again then.';

-- what was composed and never handed over is told by the message that waits behind it
delete from stock_webhook_delivery d
where d.sent_at is null
  and exists (select from stock_webhook_delivery later
              where later.webhook_id = d.webhook_id and later.sku = d.sku and later.sent_at is null and later.id > d.id);
drop index one_waiting_delivery_per_product;
create unique index one_waiting_delivery_per_product on stock_webhook_delivery (webhook_id, sku) where sent_at is null;
create index stock_webhook_delivery_waiting on stock_webhook_delivery (webhook_id, queued_at, id) where sent_at is null;
comment on table stock_webhook_delivery is
    'The outbox of webhooks: one message per product that has not been handed over, so that changes that follow one another are told once.';
