/** The sales desk decides on a longer validity; submits extensionDecision, grantedUntil and extensionNote. */
import { get } from '../api.js';
import { dealLink, head, link, note } from '../parts.js';
import { date } from '../formats.js';
import { quoteLines, quoteOf, quoteTotals } from './quote.js';

export async function open(form) {
  const number = form.variables.quoteNumber;
  const [quote, negotiation] = await Promise.all([quoteOf(number), get('/quotes/' + encodeURIComponent(number) + '/negotiation')]);
  const request = negotiation.extensions.find((extension) => extension.id === form.variables.extensionRequestId);
  return [
    head('Longer validity of ' + quote.number, quote.buyerName + ' · revision ' + quote.revision + ' · valid until ' + date(quote.validUntil), dealLink(quote.dealNumber), link('Negotiation', '/desk/quotes/' + encodeURIComponent(number) + '/negotiation')),
    note(request.askedBy + ' asks for ' + date(request.wantedUntil) + (request.reason ? ': ' + request.reason : '')),
    quoteLines(quote),
    quoteTotals(quote),
    ...decision(form, request),
  ];
}

function decision(form, request) {
  const chosen = form.fields.choice({
    name: 'extensionDecision',
    label: 'Decision',
    options: [
      { value: 'GRANT', label: 'Grant: the same content goes out as the next revision' },
      { value: 'REFUSE', label: 'Refuse: the validity stays' },
    ],
  });
  const until = form.fields.text({
    name: 'grantedUntil', label: 'Valid until', kind: 'date', value: request.wantedUntil, required: () => chosen.read() === 'GRANT',
    missing: 'Name the last day', applies: () => chosen.read() !== 'REFUSE',
  });
  const told = form.fields.text({ name: 'extensionNote', label: 'What the buyer is told', long: true, longest: 500 });
  return [chosen.element, until.element, told.element];
}
