/** The inspector says what did not pass, and why; submits rejected and remark. */
import { compare } from '../formats.js';
import { table } from '../parts.js';
import { quantity } from '../formats.js';
import { batch, goods, lineNumber, quantityByLine, shipmentHead, shipmentOf } from './shipment.js';

export async function open(form) {
  const shipment = await shipmentOf(form);
  const lines = shipment.lines.filter((line) => Number(line.quantity) > 0);
  const rejected = quantityByLine(form, { variable: 'rejected', title: 'Rejected', initial: () => '0' });
  form.fields.extra = rejected.variable;
  const lineTable = table([lineNumber, goods, batch, { title: 'Picked', num: true, cell: (line) => quantity(line.quantity, line.unit) }, rejected.column], lines);
  const remark = form.fields.text({
    name: 'remark',
    label: 'Remark',
    long: true,
    longest: 500,
    required: () => isAnyRejected(rejected.read()),
    missing: 'Say what is wrong with the rejected goods',
  });
  return [shipmentHead('Inspect', shipment), lineTable, remark.element];
}

function isAnyRejected(byLine) {
  return Object.values(byLine).some((value) => /^\d+(\.\d+)?$/.test(value) && compare(value, '0') > 0);
}
