/** The packer says how many packages there are and what they weigh; submits packages, grossWeightKg and packingNote. */
import { el, table } from '../parts.js';
import { quantity } from '../formats.js';
import { batch, goods, handling, lineNumber, shipmentHead, shipmentOf } from './shipment.js';

export async function open(form) {
  const shipment = await shipmentOf(form);
  const lines = shipment.lines.filter((line) => Number(line.quantity) > 0);
  const packages = form.fields.number({ name: 'packages', label: 'Packages', type: 'Integer', whole: true, least: '1', most: '9999' });
  const weight = form.fields.number({ name: 'grossWeightKg', label: 'Gross weight, kg', moreThan: '0', most: '100000' });
  const packingNote = form.fields.text({ name: 'packingNote', label: 'Note on the packing slip', long: true, longest: 500 });
  return [
    shipmentHead('Pack', shipment),
    handling(shipment),
    table([lineNumber, goods, batch, { title: 'To pack', num: true, cell: (line) => quantity(line.quantity, line.unit) }], lines),
    el('h3', {}, 'Packed as'),
    el('div.tf-fields', {}, packages.element, weight.element),
    packingNote.element,
    el('p', {}, el('a', { href: '/desk/warehouse/pack/' + encodeURIComponent(shipment.number), target: '_blank' }, 'Pack with a scanner, package by package')),
  ];
}
