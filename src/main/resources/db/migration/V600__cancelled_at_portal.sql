-- A registration that was cancelled at the portal in time can be told to us later, with what proves it.

alter table e_invoice
    add column cancel_told_at timestamptz,
    add column cancel_proof   varchar(200),
    add constraint e_invoice_cancellation_told_when_cancelled check (cancelled_at is not null or cancel_told_at is null),
    add constraint e_invoice_cancelled_after_registration check (cancel_proof is null or cancelled_at >= ack_at),
    add constraint e_invoice_proof_is_said check (cancel_proof is null or (cancel_told_at is not null and cancel_proof <> ''));
comment on column e_invoice.cancelled_at is 'When the portal cancelled it, as the portal or a person says; where neither does, when it was told here.';
comment on column e_invoice.cancel_told_at is 'When it was told here; empty for what was cancelled before this was kept.';
comment on column e_invoice.cancel_proof is 'What proves that the portal cancelled it in time, where that was told late; empty otherwise.';
