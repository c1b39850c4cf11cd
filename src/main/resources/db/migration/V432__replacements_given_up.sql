-- What was to be replaced and cannot be is credited.

alter table goods_return drop constraint goods_return_kind_check;
alter table goods_return add constraint goods_return_kind_check check
    (kind in ('DAMAGED', 'WRONG_GOODS', 'DEFECTIVE', 'NOT_NEEDED', 'REFUSED_DELIVERY', 'LOST_IN_TRANSIT', 'NOT_REPLACED'));
