/** The warehouse says what arrived; submits warehouse and received. */
import { get } from '../api.js';
import { el, table } from '../parts.js';
import { quantityByLine } from '../fulfilment/shipment.js';
import { goodsColumns, reason, returnHead, returnOf } from './return.js';

export async function open(form) {
  const goods = await returnOf(form);
  const warehouses = await get('/warehouses');
  const warehouse = form.fields.select({ name: 'warehouse', label: 'Received in', options: warehouses.map((place) => ({ value: place.code, label: place.code + ' · ' + place.name })) });
  if (goods.shippedFrom) {
    warehouse.inputs[0].value = goods.shippedFrom;
  }
  const received = quantityByLine(form, { variable: 'received', title: 'Arrived', initial: (line) => String(line.quantity) });
  form.fields.extra = received.variable;
  return [
    returnHead('Receive', goods), reason(goods), warehouse.element, table([...goodsColumns, received.column], goods.lines),
    el('p.tf-soft.tf-small', {}, 'Less than announced? Enter what is there. Nothing at all is 0: the return lapses then.'),
  ];
}
