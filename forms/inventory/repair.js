/** Operations look at balances that do not agree; submits repairDecision and repairReason. */
import { get } from '../api.js';
import { head, link, table, twoLines, why } from '../parts.js';

export async function open(form) {
  const differences = await get('/stock/differences');
  const chosen = form.fields.choice({
    name: 'repairDecision',
    label: 'What to do',
    options: [
      { value: 'REPAIR', label: 'Repair the books' },
      { value: 'LOOK_AGAIN', label: 'Check again' },
    ],
  });
  const reason = form.fields.text({ name: 'repairReason', label: 'Why they did not agree', long: true, longest: 500, required: () => chosen.read() === 'REPAIR', missing: 'Say why; it is kept with the repair' });
  return [
    head('Stock does not agree', differences.length + ' balances', link('Open the integrity page', '/desk/stock/integrity')),
    why('Balances differ from what the ledger, allocations and holds say', 'Find out who wrote around the program first: a repair makes the balance say what they say.'),
    table(
      [
        { title: 'Product', cell: (one) => twoLines(one.sku, one.warehouseCode + (one.batch ? ', batch ' + one.batch : '')) },
        { title: 'On hand', num: true, cell: (one) => pair(one.onHand, one.onHandByLedger) },
        { title: 'Allocated', num: true, cell: (one) => pair(one.allocated, one.allocatedByAllocations) },
        { title: 'Kept', num: true, cell: (one) => pair(one.held, one.heldByHolds) },
        { title: 'Held back', num: true, cell: (one) => pair(one.quarantined, one.quarantinedByLedger) },
      ],
      differences,
    ),
    chosen.element,
    reason.element,
  ];
}

function pair(is, should) {
  return Number(is) === Number(should) ? String(Number(is)) : twoLines(String(Number(is)), 'should be ' + Number(should));
}
