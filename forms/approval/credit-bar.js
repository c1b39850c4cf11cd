/** How the buyer's credit stands, with this quote on top, as one bar with its limit. */
import { el } from '../parts.js';
import { date, money, spoken } from '../formats.js';

export function creditBar(credit, currency) {
  const buckets = [
    { kind: 'tf-overdue', label: 'Overdue', amount: credit.overdue },
    { kind: 'tf-receivable', label: 'Invoiced, not due', amount: credit.receivable },
    { kind: 'tf-dispatched', label: 'Dispatched, not invoiced', amount: credit.dispatchedUnbilled },
    { kind: 'tf-confirmed', label: 'Confirmed', amount: credit.confirmed },
  ];
  const used = Math.max(credit.total, 0);
  const whole = Math.max(used + credit.thisQuote, credit.limit || 0) || 1;
  const share = (amount) => (100 * amount) / whole + '%';
  // What came in and is not applied makes the bar shorter, not the buckets smaller.
  const owed = buckets.reduce((sum, bucket) => sum + bucket.amount, 0) || 1;
  return el(
    'section.tf-credit',
    { 'aria-label': 'Credit of the buyer' },
    el('div.tf-credit-words', {}, el('h3', {}, 'Credit'), el(credit.excess > 0 ? 'b.tf-bad' : 'b', {}, verdict(credit, currency)), el('span.tf-soft', {}, limitInWords(credit, currency))),
    el(
      'div.tf-bar',
      { role: 'img', 'aria-label': verdict(credit, currency) },
      buckets.filter((bucket) => bucket.amount > 0).map((bucket) => part(bucket, share((bucket.amount / owed) * used), currency)),
      part({ kind: credit.excess > 0 ? 'tf-quote.tf-beyond' : 'tf-quote', label: 'This quote', amount: credit.thisQuote }, share(credit.thisQuote), currency),
      credit.limit === undefined ? null : positioned(el('span.tf-limit', { title: 'Limit ' + money(credit.limit, currency) }), share(credit.limit)),
    ),
    el(
      'ul.tf-legend',
      {},
      [...buckets, { kind: 'tf-unapplied', label: 'Received, not applied', amount: credit.unapplied }, { kind: 'tf-quote', label: 'This quote', amount: credit.thisQuote }]
        .filter((bucket) => bucket.amount !== 0)
        .map((bucket) => el('li', {}, el('i.' + bucket.kind), bucket.label + ' ', el('b', {}, spoken(bucket.amount, currency)))),
    ),
  );
}

function part(bucket, width, currency) {
  const element = el('span.' + bucket.kind, { title: bucket.label + ' ' + money(bucket.amount, currency) });
  element.style.width = width;
  return element;
}

function positioned(element, left) {
  element.style.left = left;
  return element;
}

function verdict(credit, currency) {
  if (credit.limit === undefined) {
    return spoken(credit.total, currency) + ' owed; no limit agreed';
  }
  const together = credit.total + credit.thisQuote;
  return credit.excess > 0
    ? spoken(credit.excess, currency) + ' over the limit with this quote'
    : spoken(together, currency) + ' of ' + spoken(credit.limit, currency) + ' with this quote, ' + spoken(credit.limit - together, currency) + ' left';
}

function limitInWords(credit, currency) {
  const limit = credit.limit === undefined ? '' : 'limit ' + money(credit.limit, currency) + (credit.validUntil ? ' until ' + date(credit.validUntil) : '');
  return [limit, credit.groupCode ? 'whole group ' + credit.groupCode : ''].filter(Boolean).join(' · ');
}
