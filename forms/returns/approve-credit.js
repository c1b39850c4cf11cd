/** Finance has the credit note of a return issued, says which note credited it already, or lets it wait; submits creditDecision, creditNoteNumber, heldFor and holdReason. */
import { get } from '../api.js';
import { table, tiles, twoLines, why } from '../parts.js';
import { figure, money, quantity } from '../formats.js';
import { reason, returnHead, returnOf } from './return.js';

export async function open(form) {
  const goods = await returnOf(form);
  const claims = goods.claims.filter((claim) => !claim.creditNoteNumber);
  const sum = claims.reduce((total, claim) => total + Number(claim.total), 0);
  const currency = claims.length ? claims[0].currency : 'INR';
  const issued = form.variables.otherCreditKnown ? (await get('/notes?deal=' + encodeURIComponent(goods.dealNumber))).filter((note) => note.kind === 'CREDIT') : [];
  const options = [{ value: 'APPROVED', label: 'Issue the credit note' }, { value: 'HELD', label: 'Let it wait' }];
  if (issued.length) options.splice(1, 0, { value: 'CREDITED', label: 'Credited already by another note' });
  const decision = form.fields.choice({ name: 'creditDecision', label: 'Decision', options });
  const credited = () => decision.read() === 'CREDITED';
  const creditNote = issued.length ? form.fields.choice({ name: 'creditNoteNumber', label: 'By which credit note', required: credited, missing: 'Choose the credit note that credited these goods', options: issued.map((note) => ({ value: note.number, label: note.number + ' · ' + note.reasonLabel + ' · ' + money(note.totals.grandTotal, note.currency) })) }) : null;
  const waits = () => decision.read() === 'HELD';
  const heldFor = form.fields.choice({ name: 'heldFor', label: 'Ask again in', required: waits, missing: 'Choose for how long it waits', options: [{ value: 'P1D', label: 'a day' }, { value: 'P3D', label: '3 days' }, { value: 'P7D', label: 'a week' }, { value: 'P14D', label: 'two weeks' }] });
  const holdReason = form.fields.text({ name: 'holdReason', label: 'Why it waits', longest: 500, required: waits, missing: 'Say why the credit waits' });
  return [
    returnHead('Credit for', goods),
    reason(goods),
    form.variables.noteProblem ? why('The last attempt was not possible', form.variables.noteProblem) : null,
    why('What is to be credited', 'The credit note is numbered, sent to the buyer and lowers what the buyer owes. Its amounts are worked out once more when it is issued.'),
    tiles([{ label: 'With tax', value: money(sum, currency) }]),
    table(
      [
        { title: 'Invoice', cell: (claim) => twoLines(claim.invoiceNumber, 'line ' + claim.invoiceLineNo) },
        { title: 'Product', cell: (claim) => twoLines(claim.description, claim.sku) },
        { title: 'Quantity', num: true, cell: (claim) => quantity(claim.quantity, claim.unit) },
        { title: 'Taxable', num: true, cell: (claim) => figure(claim.taxableValue) },
        { title: 'CGST', num: true, cell: (claim) => figure(claim.cgst) },
        { title: 'SGST', num: true, cell: (claim) => figure(claim.sgst) },
        { title: 'IGST', num: true, cell: (claim) => figure(claim.igst) },
        { title: 'Total', num: true, cell: (claim) => figure(claim.total) },
      ],
      claims,
    ),
    decision.element,
    creditNote ? creditNote.element : null,
    heldFor.element,
    holdReason.element,
  ].filter(Boolean);
}
