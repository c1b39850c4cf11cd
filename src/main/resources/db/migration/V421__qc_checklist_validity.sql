-- Checklists hold from and to a day, so that the next one can be written before the last one ends.

alter table qc_checklist
    add column valid_from date,
    add column valid_to   date,
    drop constraint one_checklist_for_the_same,
    add constraint a_checklist_ends_after_it_begins check (valid_to >= valid_from),
    add constraint one_checklist_for_the_same_at_a_time exclude using gist (
        coalesce(sku, '') with =, coalesce(category_code, '') with =, daterange(valid_from, valid_to, '[]') with &&);
comment on column qc_checklist.valid_from is 'First day; null for ever before.';
comment on column qc_checklist.valid_to is 'Last day; null while nobody has ended it.';
