/** Somebody approves or refuses that the rest of an invoice is not asked for any more; submits writeOffDecision and writeOffNote. */
import { get } from '../api.js';
import { dealLink, head, link, tiles, why } from '../parts.js';
import { date, money } from '../formats.js';

const REASONS = { FREIGHT: 'Freight deducted', QUALITY: 'Quality deducted', PRICE: 'Price disputed', ROUNDING: 'Rounding', OTHER: 'Other' };

export async function open(form) {
  const writeOff = await get('/write-offs/' + encodeURIComponent(form.variables.writeOffNumber));
  const items = await get('/open-items?deal=' + encodeURIComponent(writeOff.dealNumber));
  const item = items.find((one) => one.invoiceNumber === writeOff.invoiceNumber);
  return [
    head('Write off · ' + writeOff.number, writeOff.buyerName + ' · invoice due ' + date(item.dueOn), link('Invoice ' + writeOff.invoiceNumber, '/desk/invoices/' + encodeURIComponent(writeOff.invoiceNumber)), dealLink(writeOff.dealNumber)),
    why(REASONS[writeOff.reason], writeOff.note, 'Asked for by ' + writeOff.requestedBy + '.'),
    tiles([
      { label: 'Invoice', value: money(item.amount, item.currency) },
      { label: 'Paid', value: money(item.paid, item.currency) },
      ...[['TDS deducted', item.tds], ['Credited', item.credited], ['Discount', item.discounted], ['Written off before', item.writtenOff]]
        .filter(([, amount]) => Number(amount))
        .map(([label, amount]) => ({ label, value: money(amount, item.currency) })),
      { label: 'Open', value: money(item.open, item.currency) },
      { label: 'To write off', value: money(writeOff.amount, writeOff.currency), low: true },
    ]),
    ...decision(form),
  ];
}

function decision(form) {
  const choice = form.fields.choice({
    name: 'writeOffDecision',
    label: 'Decision',
    options: [
      { value: 'APPROVE', label: 'Approve: nobody asks for it any more' },
      { value: 'REFUSE', label: 'Refuse: it stays open' },
    ],
  });
  const refuses = () => choice.inputs.some((input) => input.checked && input.value === 'REFUSE');
  const note = form.fields.text({ name: 'writeOffNote', label: 'Note', long: true, longest: 500, required: refuses, missing: 'Say why the rest stays open' });
  return [choice.element, note.element];
}
