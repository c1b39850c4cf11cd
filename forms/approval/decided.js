/** What an approver sees whose decision is not needed any more: who was quicker, what they said, and where to go on. */
import { dealLink, el, head } from '../parts.js';
import { moment } from '../formats.js';

export const OUTCOMES = { APPROVED: 'approved', REJECTED: 'rejected', SENT_BACK: 'sent back' };
const SENTENCES = { APPROVED: ' has approved it', REJECTED: ' has rejected it', SENT_BACK: ' has sent it back' };

export function decided(approval) {
  const { decision, quote } = approval;
  return [
    head(quote.number + ' is decided', quote.buyerName, dealLink(quote.dealNumber)),
    el(
      'div.tf-note.tf-decided',
      { role: 'status' },
      el('b', {}, decision.voidReason ? 'This approval counts no more: ' + decision.voidReason : (decision.decidedBy || 'Somebody') + SENTENCES[decision.outcome] + ' on ' + moment(decision.decidedAt) + '.'),
      decision.comment ? el('div', {}, '“' + decision.comment + '”') : null,
      el('div', {}, 'Nothing is left for you to do here. What you had chosen was not sent.'),
    ),
    el('div.tf-actions', {}, el('a.tf-button.tf-main', { href: '/camunda/app/tasklist/default/' }, 'Go on with the next decision'), dealLink(quote.dealNumber)),
  ];
}
