/** The sales desk changes a quote that came back, or withdraws it; submits reworkDecision, and why the deal is lost where it is withdrawn. Lines are saved before, over our REST. */
import { get } from '../api.js';
import { counterOffer } from './counter-offer.js';
import { dealLink, head, note } from '../parts.js';
import { date } from '../formats.js';
import { editableLines } from './editable-lines.js';
import { quoteOf, quoteTotals } from './quote.js';

export async function open(form) {
  const number = form.variables.quoteNumber;
  const [quote, approvals, negotiation, reasons] = await Promise.all([
    quoteOf(number),
    get('/approvals?subject=' + encodeURIComponent(number)),
    get('/quotes/' + encodeURIComponent(number) + '/negotiation'),
    get('/lost-reasons'),
  ]);
  return [
    head('Rework quote ' + quote.number, quote.buyerName + ' · revision ' + quote.revision + ' · valid until ' + date(quote.validUntil), dealLink(quote.dealNumber)),
    ...comments(approvals, quote),
    quote.status === 'DRAFT' ? null : note('This revision is with the buyer and can no longer be changed. Submitting again opens the next one.'),
    ...counterOffer(form, quote, negotiation),
    ...editableLines(form, quote),
    quoteTotals(quote),
    ...decision(form, reasons),
  ];
}

/** What approvers said on this revision. */
function comments(approvals, quote) {
  return approvals
    .filter((approval) => approval.comment && approval.revision === quote.revision)
    .map((approval) => note((approval.decidedBy || 'Approver') + ': ' + approval.comment));
}

function decision(form, reasons) {
  const choice = form.fields.choice({
    name: 'reworkDecision',
    label: 'What happens now',
    options: [
      { value: 'RESUBMIT', label: 'Price and submit again' },
      { value: 'WITHDRAW', label: 'Withdraw the quote: the deal is lost' },
    ],
  });
  const withdrawn = () => choice.read() === 'WITHDRAW';
  const options = [{ value: '', label: 'Choose…' }, ...reasons.map((reason) => ({ value: reason.code, label: reason.name }))];
  const reason = form.fields.select({ name: 'lostReason', label: 'Why the deal is lost', options, required: true, applies: withdrawn });
  const words = form.fields.text({ name: 'lostNote', label: 'In your own words', long: true, longest: 2000, applies: withdrawn });
  const follow = () => [reason, words].forEach((field) => { field.element.hidden = !withdrawn(); });
  choice.inputs.forEach((input) => input.addEventListener('change', follow));
  follow();
  return [choice.element, reason.element, words.element];
}
