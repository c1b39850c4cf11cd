/** The inspector says what did not pass, and why; submits rejected and remark. */
import { compare } from '../formats.js';
import { get } from '../api.js';
import { el, table, twoLines } from '../parts.js';
import { quantity } from '../formats.js';
import { batch, goods, lineNumber, quantityByLine, shipmentHead, shipmentOf } from './shipment.js';

export async function open(form) {
  const shipment = await shipmentOf(form);
  const sheet = await get('/shipments/' + encodeURIComponent(shipment.number) + '/inspection-sheet');
  const samples = new Map(sheet.lines.map((line) => [line.lineNo, line]));
  const lines = shipment.lines.filter((line) => samples.has(line.lineNo));
  const rejected = quantityByLine(form, { variable: 'rejected', title: 'Rejected', initial: () => '0' });
  form.fields.extra = rejected.variable;
  const lineTable = table([lineNumber, goods, batch, { title: 'Picked', num: true, cell: (line) => quantity(line.quantity, line.unit) }, { title: 'Look at', num: true, cell: (line) => twoLines(String(samples.get(line.lineNo).sample), samples.get(line.lineNo).checklist) }, rejected.column], lines);
  const remark = form.fields.text({
    name: 'remark',
    label: 'Remark',
    long: true,
    longest: 500,
    required: () => isAnyRejected(rejected.read()),
    missing: 'Say what is wrong with the rejected goods',
  });
  return [shipmentHead('Inspect', shipment), lineTable, remark.element, el('p', {}, el('a', { href: '/desk/warehouse/inspect/' + encodeURIComponent(shipment.number), target: '_blank' }, 'Inspect by checklist'))];
}

function isAnyRejected(byLine) {
  return Object.values(byLine).some((value) => /^\d+(\.\d+)?$/.test(value) && compare(value, '0') > 0);
}
