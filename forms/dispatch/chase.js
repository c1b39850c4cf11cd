/** The warehouse has asked where an overdue consignment is; submits chaseOutcome, expectedOn, receivedBy and chaseNote. */
import { get } from '../api.js';
import { dealLink, el, head, link, table, tiles, why } from '../parts.js';
import { date } from '../formats.js';

const FURTHEST_DAYS = 60;

export async function open(form) {
  const consignment = await get('/consignments/' + encodeURIComponent(form.variables.shipmentNumber));
  const [tomorrow, furthest] = [dayFromNow(1), dayFromNow(FURTHEST_DAYS)];
  const outcome = form.fields.choice({
    name: 'chaseOutcome',
    label: 'What the carrier says',
    options: [
      { value: 'WAIT', label: 'It is found and comes on the day below' },
      { value: 'DELIVERED', label: 'It was delivered' },
      { value: 'REFUSED', label: 'The consignee refused it' },
      { value: 'LOST', label: 'It is lost' },
    ],
  });
  const chosen = () => (outcome.inputs.find((input) => input.checked) || {}).value;
  const day = form.fields.text({
    name: 'expectedOn', label: 'Expected on', kind: 'date', required: () => chosen() === 'WAIT', applies: () => chosen() === 'WAIT', min: tomorrow,
    check: (text) => (text < tomorrow ? 'A day after today' : text > furthest ? 'Within the next ' + FURTHEST_DAYS + ' days' : null),
  });
  const receiver = form.fields.text({ name: 'receivedBy', label: 'Received by', required: () => chosen() === 'DELIVERED', applies: () => chosen() === 'DELIVERED', longest: 120 });
  const note = form.fields.text({
    name: 'chaseNote', label: 'In the carrier’s words', long: true, longest: 500,
    required: () => chosen() === 'REFUSED' || chosen() === 'LOST', missing: 'Say what the carrier reports about it',
  });
  const follow = () => {
    day.element.hidden = chosen() !== 'WAIT';
    receiver.element.hidden = chosen() !== 'DELIVERED';
  };
  outcome.inputs.forEach((input) => input.addEventListener('change', () => { follow(); form.changed(); }));
  follow();
  return [
    head('Chase consignment ' + consignment.shipmentNumber, form.variables.buyerName + ' · order ' + consignment.orderNumber, dealLink(consignment.dealNumber)),
    why('It has not arrived', 'Expected on ' + date(consignment.expectedOn) + '. The buyer has been told of the delay; what you enter decides what happens next.'),
    tiles([
      { label: 'Carrier', value: consignment.carrier },
      { label: 'Vehicle', value: (consignment.vehicles.slice(-1)[0] || {}).vehicleNumber || '–' },
      { label: 'Transport document', value: consignment.transportDocumentNumber || '–' },
      { label: 'Tracking number', value: consignment.trackingNumber || '–' },
    ]),
    consignment.trackingLink ? el('p', {}, link('Follow it at the carrier', consignment.trackingLink)) : null,
    consignment.events.length === 0 ? null : table(
      [
        { title: 'When', cell: (event) => event.occurredAt.replace('T', ' ').slice(0, 16) },
        { title: 'What', cell: (event) => event.label },
        { title: 'Where', cell: (event) => event.place || '–' },
        { title: 'Note', cell: (event) => event.note || '' },
      ],
      [...consignment.events].reverse(),
    ),
    outcome.element, el('div.tf-fields', {}, day.element, receiver.element), note.element,
  ];
}

/** The user's own calendar day. */
function dayFromNow(days) {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const two = (number) => String(number).padStart(2, '0');
  return day.getFullYear() + '-' + two(day.getMonth() + 1) + '-' + two(day.getDate());
}
