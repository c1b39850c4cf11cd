/** Finance pays back what came in advance for an order that is cancelled; submits paidOn and reference. */
import { get } from '../api.js';
import { dealLink, head, table, tiles, why } from '../parts.js';
import { date, figure, money } from '../formats.js';

export async function open(form) {
  const order = await get('/orders/' + encodeURIComponent(form.variables.orderNumber));
  const refunds = await get('/refunds?deal=' + encodeURIComponent(order.dealNumber));
  const refund = refunds.find((one) => one.number === form.variables.refundNumber);
  const receipts = await get('/payments?deal=' + encodeURIComponent(order.dealNumber));
  return [
    head('Pay back · ' + refund.number, order.buyerName + ' · order ' + order.number, dealLink(order.dealNumber)),
    why(refund.reason, 'Pay the amount to the account the money came from, then enter day and reference.'),
    tiles([{ label: 'To pay back', value: money(refund.amount, refund.currency), low: true }]),
    table(
      [
        { title: 'Received', cell: (receipt) => date(receipt.receivedOn) },
        { title: 'Receipt', cell: (receipt) => receipt.number },
        { title: 'Reference', cell: (receipt) => receipt.reference },
        { title: 'Amount', num: true, cell: (receipt) => figure(receipt.amount) },
      ],
      receipts,
    ),
    ...payment(form),
  ];
}

function payment(form) {
  const paidOn = form.fields.text({ name: 'paidOn', label: 'Paid on', kind: 'date', required: true });
  const reference = form.fields.text({ name: 'reference', label: 'Bank reference', required: true });
  return [paidOn.element, reference.element];
}
