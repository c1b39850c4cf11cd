/** The stock planner decides what becomes of a shipment that lacks goods; submits shortPickDecision and shortPickNote. */
import { el, table, why } from '../parts.js';
import { quantity } from '../formats.js';
import { batch, goods, lineNumber, place, shipmentHead, shipmentOf } from './shipment.js';

export async function open(form) {
  const shipment = await shipmentOf(form);
  const known = form.variables;
  const isMoreHere = known.otherStockHere === true && known.repickOutcome !== 'NONE';
  const decision = form.fields.choice({
    name: 'shortPickDecision',
    label: 'Decision',
    options: [
      ...(isMoreHere ? [{ value: 'RE_PICK', label: 'Pick other goods of ' + shipment.warehouseCode }] : []),
      { value: 'SPLIT', label: 'Ship what is there, the rest is open again' },
      { value: 'BACKORDER', label: 'Give all back, the order waits until it is complete' },
    ],
  });
  const note = form.fields.text({
    name: 'shortPickNote',
    label: 'Note',
    long: true,
    longest: 500,
    required: () => decision.read() === 'BACKORDER',
    missing: 'Say why the shipment is given up',
  });
  return [
    shipmentHead('Short pick', shipment),
    why(
      'Goods are missing',
      'Up to ' + known.missingPercent + ' % of a line was not found or did not pass inspection.',
      isMoreHere ? 'Other goods of it are free in ' + shipment.warehouseCode + '.' : 'Nothing more of it is free in ' + shipment.warehouseCode + '.',
      known.shippingPolicy === 'COMPLETE' ? 'The buyer wants the order whole: nothing should leave before all is there.' : null,
    ),
    table(
      [
        lineNumber,
        goods,
        batch,
        place,
        { title: 'Planned', num: true, cell: (line) => quantity(line.planned, line.unit) },
        { title: 'There', num: true, cell: (line) => el(Number(line.quantity) < Number(line.planned) ? 'b' : 'span', {}, quantity(line.quantity, line.unit)) },
      ],
      shipment.lines,
    ),
    decision.element,
    note.element,
  ];
}
