-- Consignments from before their lines were kept: what left is what was picked and passed inspection.
insert into consignment_line (shipment_number, line_no, order_line_no, sku, batch, unit, dispatched)
select s.number, l.line_no, l.order_line_no, l.sku, l.batch, l.unit, l.picked - coalesce(l.rejected, 0)
from consignment c
join shipment s on s.number = c.shipment_number
join shipment_line l on l.shipment_id = s.id
where c.dispatched_at is not null and l.picked - coalesce(l.rejected, 0) > 0
on conflict do nothing;
