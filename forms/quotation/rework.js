/** The sales desk changes a quote that came back, or withdraws it; submits reworkDecision. Lines are saved before, over our REST. */
import { get } from '../api.js';
import { counterOffer } from './counter-offer.js';
import { dealLink, head, note } from '../parts.js';
import { date } from '../formats.js';
import { editableLines } from './editable-lines.js';
import { quoteOf, quoteTotals } from './quote.js';

export async function open(form) {
  const number = form.variables.quoteNumber;
  const [quote, approvals, negotiation] = await Promise.all([
    quoteOf(number),
    get('/approvals?subject=' + encodeURIComponent(number)),
    get('/quotes/' + encodeURIComponent(number) + '/negotiation'),
  ]);
  return [
    head('Rework quote ' + quote.number, quote.buyerName + ' · revision ' + quote.revision + ' · valid until ' + date(quote.validUntil), dealLink(quote.dealNumber)),
    ...comments(approvals, quote),
    quote.status === 'DRAFT' ? null : note('This revision is with the buyer and can no longer be changed. Submitting again opens the next one.'),
    ...counterOffer(form, quote, negotiation),
    ...editableLines(form, quote),
    quoteTotals(quote),
    decision(form).element,
  ];
}

/** What approvers said on this revision. */
function comments(approvals, quote) {
  return approvals
    .filter((approval) => approval.comment && approval.revision === quote.revision)
    .map((approval) => note((approval.decidedBy || 'Approver') + ': ' + approval.comment));
}

function decision(form) {
  return form.fields.choice({
    name: 'reworkDecision',
    label: 'What happens now',
    options: [
      { value: 'RESUBMIT', label: 'Price and submit again' },
      { value: 'WITHDRAW', label: 'Withdraw the quote: the deal is lost' },
    ],
  });
}
