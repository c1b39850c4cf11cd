-- Counted stock: what was found more or less than the books had is a movement of its own, with its reason.
alter table stock_ledger
    drop constraint stock_ledger_kind_check,
    drop constraint shrinkage_has_a_reason,
    add constraint stock_ledger_kind_check
        check (kind in ('RECEIPT', 'ALLOCATION', 'RELEASE', 'SHORT_PICK', 'QUARANTINE', 'DISPATCH', 'COUNT')),
    add constraint shrinkage_has_a_reason check (kind not in ('SHORT_PICK', 'QUARANTINE', 'COUNT') or reason <> '');
