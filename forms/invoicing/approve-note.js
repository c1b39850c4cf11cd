/** Whether a credit or debit note is issued; submits noteDecision and noteDecisionNote. */
import { get } from '../api.js';
import { dealLink, head, table, tiles, twoLines, why } from '../parts.js';
import { figure, money, quantity } from '../formats.js';

export async function open(form) {
  const draft = await get('/note-drafts/' + encodeURIComponent(form.variables.noteDraft));
  const invoices = await Promise.all([...new Set(draft.lines.map((line) => line.invoiceNumber))].map((number) => get('/invoices/' + encodeURIComponent(number))));
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
        { title: 'Price', num: true, cell: (line) => price(line, draft, invoices) },
        { title: 'Taxable', num: true, cell: (line) => figure(line.taxableValue) },
        { title: 'Tax', num: true, cell: (line) => figure(line.tax) },
      ],
      draft.lines,
    ),
    decision.element,
    note.element,
  ];
}

/** The price that is right beside the one that was invoiced; of goods the price they were invoiced at. */
function price(line, draft, invoices) {
  const asked = draft.asked.find((one) => one.invoiceNumber === line.invoiceNumber && one.invoiceLineNo === line.invoiceLineNo);
  const invoiced = invoices.find((one) => one.number === line.invoiceNumber).lines.find((one) => one.lineNo === line.invoiceLineNo);
  const was = figure(invoiced.unitPrice) + ' for ' + quantity(invoiced.quantity, invoiced.unit);
  return asked && asked.unitPrice != null ? twoLines(figure(asked.unitPrice), 'invoiced at ' + was) : twoLines(figure(invoiced.unitPrice), 'invoiced for ' + quantity(invoiced.quantity, invoiced.unit));
}
