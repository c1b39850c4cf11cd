/** The picker says what was found of every line; submits picked. */
import { el, table } from '../parts.js';
import { quantity } from '../formats.js';
import { batch, goods, handling, lineNumber, place, quantityByLine, shipmentHead, shipmentOf } from './shipment.js';

export async function open(form) {
  const shipment = await shipmentOf(form);
  const picked = quantityByLine(form, { variable: 'picked', title: 'Picked', initial: (line) => String(line.quantity) });
  form.fields.extra = picked.variable;
  const walk = [...shipment.lines].sort((one, other) => (one.bin || '').localeCompare(other.bin || '', 'en', { numeric: true }));
  return [
    shipmentHead('Pick', shipment),
    handling(shipment),
    table([place, goods, batch, { title: 'To pick', num: true, cell: (line) => quantity(line.quantity, line.unit) }, picked.column, lineNumber], walk),
    el('p.tf-soft.tf-small', {}, 'Less than wanted? Enter what is there: the rest is written off and the order looks for other stock. Nothing at all is 0.'),
  ];
}
