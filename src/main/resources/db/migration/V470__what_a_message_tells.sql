-- A change between composing a message and handing it over is not in it, and is told by the next.

alter table stock_webhook_delivery add column tells_up_to bigint not null default 0;
comment on column stock_webhook_delivery.tells_up_to is 'Position of the latest change that the composed message tells; 0 until it is composed.';
