/**
 * Whoever owns the reason lets a held order go; submits releaseReason, and of a hold for the credit limit overrideCeiling and overrideUntil: how much
 * more than the limit is allowed for this order, and until which day.
 */
import { get } from '../api.js';
import { dealLink, head, link, table, twoLines, why } from '../parts.js';
import { date, money, quantity } from '../formats.js';

export async function open(form) {
  const number = encodeURIComponent(form.variables.orderNumber);
  const [order, holds] = await Promise.all([get('/orders/' + number), get('/orders/' + number + '/holds')]);
  const hold = holds.find((each) => each.id === form.variables.holdId);
  const over = hold.overLimit > 0 ? String(hold.overLimit) : null;
  return [
    head('Order ' + order.number, order.buyerName + ' · PO ' + order.poNumber + ' · ordered ' + date(order.orderedOn), dealLink(order.dealNumber), link('Order', '/desk/orders/' + number)),
    why(hold.because, 'Held by ' + hold.heldBy + '. Nothing is allocated and no pick list is released meanwhile.'),
    table(
      [
        { title: '#', num: true, cell: (line) => line.lineNo },
        { title: 'Product', cell: (line) => twoLines(line.description, line.sku) },
        { title: 'Quantity', num: true, cell: (line) => quantity(line.quantity, line.unit) },
        { title: 'Wanted by', cell: (line) => date(line.requestedOn) },
      ],
      order.lines,
    ),
    over ? form.fields.number({ name: 'overrideCeiling', label: 'Allowed above the limit, now exceeded by ' + money(hold.overLimit, hold.currency), value: over, least: over }).element : null,
    over ? form.fields.text({ name: 'overrideUntil', label: 'until', kind: 'date', value: inDays(30), required: () => true, missing: 'Say until which day' }).element : null,
    form.fields.text({ name: 'releaseReason', label: 'Why the order may go on', long: true, longest: 500, required: () => true, missing: 'Say why the order may go on' }).element,
  ];
}

/** A day to begin with, as 2026-12-31. */
function inDays(days) {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.toLocaleDateString('sv-SE');
}
