alter table tax_invoice add column tax_reasons jsonb not null default '[]';
comment on column tax_invoice.tax_reasons is
    'Why the tax is as it is: code, text and source (section, rule or notification) of each decision; empty on invoices from before.';
