/** Whether a credit or debit note is issued; submits noteDecision and noteDecisionNote. */
import { get } from '../api.js';
import { dealLink, head, table, tiles, twoLines, why } from '../parts.js';
import { figure, money, quantity } from '../formats.js';

export async function open(form) {
  const draft = await get('/note-drafts/' + encodeURIComponent(form.variables.noteDraft));
  const decision = form.fields.choice({ name: 'noteDecision', label: 'Decision', options: [{ value: 'APPROVED', label: 'Approve' }, { value: 'REFUSED', label: 'Refuse' }] });
  const note = form.fields.text({ name: 'noteDecisionNote', label: 'Reason', long: true, longest: 500, required: () => decision.read() === 'REFUSED', missing: 'Say why it is refused; finance is told' });
  return [
    head(draft.title + ' ' + draft.number, draft.buyerName + ' · order ' + draft.orderNumber, dealLink(draft.dealNumber)),
    why(draft.reasonLabel, draft.remark, 'Drafted by ' + draft.draftedBy + '. ' + (draft.commercial ? 'Too late to change the tax: it bears none.' : '')),
    tiles([
      { label: 'Taxable value', value: money(draft.taxableValue, draft.currency) },
      { label: 'Tax', value: money(draft.tax, draft.currency) },
      { label: 'Total', value: money(draft.total, draft.currency) },
    ]),
    table(
      [
        { title: 'Invoice', cell: (line) => twoLines(line.invoiceNumber, 'line ' + line.invoiceLineNo) },
        { title: 'Product', cell: (line) => twoLines(line.description, line.sku) },
        { title: 'Quantity', num: true, cell: (line) => (Number(line.quantity) ? quantity(line.quantity, line.unit) : 'value only') },
        { title: 'Taxable', num: true, cell: (line) => figure(line.taxableValue) },
        { title: 'Tax', num: true, cell: (line) => figure(line.tax) },
      ],
      draft.lines,
    ),
    decision.element,
    note.element,
  ];
}
