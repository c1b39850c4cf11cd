/** A change of an order as those see it who decide on it: what is different, and what it comes to. */
import { get } from '../api.js';
import { dealLink, el, head, link, note, tiles } from '../parts.js';
import { date, money } from '../formats.js';

export async function changeShown(orderNumber, changeNumber) {
  const path = '/orders/' + encodeURIComponent(orderNumber);
  const [order, changes] = await Promise.all([get(path), get(path + '/changes')]);
  const change = changes.find((each) => each.number === changeNumber);
  return [
    head('Change of order ' + order.number, order.buyerName + ' · PO ' + order.poNumber + ' · proposed by ' + change.proposedBy + ', ' + date(change.proposedAt.slice(0, 10)), dealLink(order.dealNumber), link('Order', '/desk/orders/' + encodeURIComponent(order.number))),
    tiles([
      { label: 'Total before', value: money(change.totalBefore, order.currency) },
      { label: 'Total after', value: money(change.totalAfter, order.currency) },
      { label: 'Difference', value: money(change.totalAfter - change.totalBefore, order.currency) },
    ]),
    note('Reason: ' + change.reason),
    el('ul', {}, ...change.sentences.map((sentence) => el('li', {}, sentence))),
  ];
}
