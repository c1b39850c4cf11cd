/** Finance pays back what is the buyer's: an advance, an overpayment, money on account, credit; submits paidOn, mode, reference and account. */
import { get } from '../api.js';
import { dealLink, head, link, table, tiles, why } from '../parts.js';
import { date, figure, money } from '../formats.js';

const MODES = ['NEFT', 'RTGS', 'IMPS', 'UPI', 'CHEQUE', 'CASH', 'WIRE'];

export async function open(form) {
  // Money that was on account belongs to no order.
  const order = form.variables.orderNumber
    ? await get('/orders/' + encodeURIComponent(form.variables.orderNumber))
    : null;
  const refund = await get('/refunds/' + encodeURIComponent(form.variables.refundNumber));
  return [
    head(
      'Pay back ' + refund.what + ' · ' + refund.number,
      form.variables.buyerName + (order ? ' · order ' + order.number : ''),
      ...(order ? [dealLink(order.dealNumber)] : []),
    ),
    why(refund.reason, 'Pay the amount to the account the money came from, then enter how it was paid.'),
    tiles([{ label: 'To pay back', value: money(refund.amount, refund.currency), low: true }]),
    table(
      [
        { title: 'Received', cell: (receipt) => date(receipt.receivedOn) },
        { title: 'Receipt', cell: (receipt) => link(receipt.receiptNumber, '/desk/receipts/' + encodeURIComponent(receipt.receiptNumber)) },
        { title: 'Reference', cell: (receipt) => (receipt.mode === 'CREDIT_NOTE' ? 'Credit note' : receipt.mode) + ' ' + receipt.reference },
        { title: 'To pay back', num: true, cell: (receipt) => figure(receipt.amount) },
      ],
      refund.receipts,
    ),
    ...payment(form),
  ];
}

function payment(form) {
  const paidOn = form.fields.text({ name: 'paidOn', label: 'Paid on', kind: 'date', required: true });
  const mode = form.fields.select({
    name: 'mode',
    label: 'By',
    required: true,
    options: MODES.map((value) => ({ value, label: value })),
  });
  const reference = form.fields.text({ name: 'reference', label: 'Bank reference or cheque number', required: true });
  const account = form.fields.text({ name: 'account', label: 'Paid to account, or payee of the cheque' });
  return [paidOn.element, mode.element, reference.element, account.element];
}
