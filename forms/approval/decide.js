/** The approver's decision on a quote; submits decision and comment. */
import { get } from '../api.js';
import { dealLink, head, why } from '../parts.js';
import { date } from '../formats.js';
import { priceReasons, quoteLines, quoteOf, quoteTotals } from '../quotation/quote.js';

export async function open(form) {
  const { approvalId, quoteNumber } = form.variables;
  const [approval, quote] = await Promise.all([
    get('/approvals/' + encodeURIComponent(approvalId)),
    quoteOf(quoteNumber),
  ]);
  return [
    head(
      'Quote ' + quote.number + (quote.revision > 1 ? ', revision ' + quote.revision : ''),
      quote.buyerName + ' · valid until ' + date(quote.validUntil) + ' · prepared by ' + quote.preparedBy,
      dealLink(quote.dealNumber),
    ),
    why('Why it needs your approval', approval.reason, outdated(approval, quote)),
    quoteLines(quote),
    quoteTotals(quote),
    priceReasons(quote),
    ...decision(form),
  ];
}

/** An approval is bound to what the quote said when it was asked for. */
function outdated(approval, quote) {
  return approval.contentHash && quote.contentHash && approval.contentHash !== quote.contentHash
    ? 'The quote was changed since this approval was asked for: a decision here no longer counts for it.'
    : null;
}

function decision(form) {
  const chosen = form.fields.choice({
    name: 'decision',
    label: 'Decision',
    missing: 'Decide one way or the other',
    options: [
      { value: 'APPROVED', label: 'Approve' },
      { value: 'SENT_BACK', label: 'Send back for rework' },
      { value: 'REJECTED', label: 'Reject' },
    ],
  });
  const comment = form.fields.text({
    name: 'comment',
    label: 'Comment',
    long: true,
    longest: 2000,
    required: () => ['SENT_BACK', 'REJECTED'].includes(chosen.read()),
    missing: 'Say why, so that the sales desk knows what to change',
  });
  return [chosen.element, comment.element];
}
