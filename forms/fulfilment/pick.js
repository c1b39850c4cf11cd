/** The picker says what was found of every line; submits picked. */
import { get } from '../api.js';
import { el, table, twoLines } from '../parts.js';
import { quantity } from '../formats.js';
import { batch, goods, handling, lineNumber, place, quantityByLine, shipmentHead, shipmentOf } from './shipment.js';

export async function open(form) {
  const [shipment, list] = await Promise.all([shipmentOf(form), get('/pick-lists/' + encodeURIComponent(form.variables.shipmentNumber))]);
  // in the order in which one walks past; lines that were picked before are not picked again
  const walk = list.lines.filter((line) => line.shipmentNumber === shipment.number).map((line) => ({ ...line, quantity: line.planned, scanned: line.picked }));
  const isScanned = walk.some((line) => Number(line.scanned) > 0);
  const picked = quantityByLine(form, { variable: 'picked', title: 'Picked', initial: (line) => String(isScanned ? line.scanned : line.quantity) });
  form.fields.extra = picked.variable;
  return [
    shipmentHead('Pick', shipment),
    handling(shipment),
    table([{ title: 'Zone', cell: (line) => line.zone || '–' }, place, goods, batch, { title: 'To pick', num: true, cell: (line) => twoLines(quantity(line.quantity, line.unit), line.packages) }, picked.column, lineNumber], walk),
    el('p.tf-soft.tf-small', {}, 'Less than wanted? Enter what is there: the rest is written off and it is decided whether other goods are picked. Nothing at all is 0.'),
    el('p', {}, el('a', { href: '/desk/warehouse/pick/' + encodeURIComponent(shipment.number), target: '_blank' }, 'Pick with a scanner')),
  ];
}
