/** What the buyer wants otherwise, to be adopted into the draft or not, line by line. */
import { post } from '../api.js';
import { figure, quantity, date } from '../formats.js';
import { el, link, note, table, twoLines } from '../parts.js';

/** Nothing where the draft answers no counter-offer. */
export function counterOffer(form, quote, negotiation) {
  const offer = negotiation.counterOffers.find((candidate) => candidate.revision === quote.revision - 1);
  if (quote.status !== 'DRAFT' || !offer) {
    return [];
  }
  return [
    note(offer.offeredBy + (offer.message ? ': ' + offer.message : ' made a counter-offer')),
    offer.lines.length === 0 ? null : wishes(form, quote, offer),
    link('All of the negotiation', '/desk/quotes/' + encodeURIComponent(quote.number) + '/negotiation'),
  ];
}

function wishes(form, quote, offer) {
  return table(
    [
      { title: '#', num: true, cell: (line) => line.lineNo },
      { title: 'Buyer wants', cell: (line) => twoLines(words(line, quote), line.note) },
      { title: 'Answer', cell: (line) => (line.answer ? el('b', {}, line.answer === 'ADOPTED' ? 'Adopted' : 'Kept ours') : 'open') },
      { title: '', cell: (line) => buttons(form, quote, line) },
    ],
    offer.lines,
  );
}

function words(line, quote) {
  return [
    line.leaveOut ? 'not this line' : null,
    line.quantity === undefined || line.quantity === null ? null : 'quantity ' + quantity(line.quantity, ''),
    line.unitPrice === undefined || line.unitPrice === null ? null : 'price ' + quote.currency + ' ' + figure(line.unitPrice),
    line.neededBy ? 'by ' + date(line.neededBy) : null,
  ].filter(Boolean).join(', ');
}

function buttons(form, quote, line) {
  const adoptable = line.leaveOut || line.quantity || line.unitPrice || line.neededBy;
  return [adoptable ? button(form, quote, line, 'ADOPTED', 'Adopt') : null, button(form, quote, line, 'KEPT', 'Keep ours')].filter(Boolean);
}

function button(form, quote, line, answer, label) {
  const button = el('button.tf-button', { type: 'button' }, label);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await post('/quotes/' + encodeURIComponent(quote.number) + '/counter-offer-answers', { lines: [{ lineNo: line.lineNo, answer }] });
      await form.reopen();
    } catch (error) {
      form.refused(error);
      button.disabled = false;
    }
  });
  return button;
}
