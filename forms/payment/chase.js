/** Finance takes an overdue order in hand; submits chaseDecision and nextReminderOn. */
import { get } from '../api.js';
import { dealLink, head, table, tiles, why } from '../parts.js';
import { date, figure, money } from '../formats.js';

const FURTHEST_DAYS = 90;

export async function open(form) {
  const order = await get('/orders/' + encodeURIComponent(form.variables.orderNumber));
  const items = (await get('/open-items')).filter((item) => item.orderNumber === order.number);
  const receipts = (await get('/payments?deal=' + encodeURIComponent(order.dealNumber))).filter((receipt) => receipt.orderNumber === order.number);
  return [
    head('Chase payment · order ' + order.number, order.buyerName + ' · PO ' + (order.poNumber || '–'), dealLink(order.dealNumber)),
    why('Reminders have not helped', 'Call the buyer, agree on a day, and enter it below.'),
    tiles(items.flatMap((item) => parts(item).map((part) => ({ label: (item.invoiceNumber || 'Advance') + ', due ' + date(part.dueOn), value: money(part.open, item.currency), low: true })))),
    receipts.length === 0
      ? null
      : table(
          [
            { title: 'Received', cell: (receipt) => date(receipt.receivedOn) },
            { title: 'Receipt', cell: (receipt) => receipt.number },
            { title: 'Reference', cell: (receipt) => receipt.reference },
            { title: 'Amount', num: true, cell: (receipt) => figure(receipt.amount) },
          ],
          receipts,
        ),
    ...decision(form),
  ];
}

/** What is open of the item by due day; the item itself where it is not in instalments. */
function parts(item) {
  const open = (item.instalments || []).filter((part) => Number(part.open) > 0);
  return open.length === 0 ? [item] : open;
}

function decision(form) {
  const [tomorrow, furthest] = [dayFromNow(1), dayFromNow(FURTHEST_DAYS)];
  const chosen = form.fields.choice({ name: 'chaseDecision', label: 'What was agreed', options: [{ value: 'WAIT', label: 'Wait for the money until the day below' }] });
  chosen.inputs[0].checked = true;
  const day = form.fields.text({
    name: 'nextReminderOn',
    label: 'Look again on',
    kind: 'date',
    required: true,
    min: tomorrow,
    check: (text) => (text < tomorrow ? 'A day after today' : text > furthest ? 'Within the next ' + FURTHEST_DAYS + ' days' : null),
  });
  return [chosen.element, day.element];
}

/** The user's own calendar day. */
function dayFromNow(days) {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const two = (number) => String(number).padStart(2, '0');
  return day.getFullYear() + '-' + two(day.getMonth() + 1) + '-' + two(day.getDate());
}
