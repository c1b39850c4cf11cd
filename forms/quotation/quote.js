/** A quote as those see it who decide on it: lines, totals and where the prices come from. */
import { get } from '../api.js';
import { el, table, tiles, twoLines } from '../parts.js';
import { figure, money, percent, quantity } from '../formats.js';

/** Below this margin, in percent, a line is tinted. What needs an approval is decided by the tables, not by this. */
const LOW_MARGIN = 15;

export async function quoteOf(number) {
  return withPricing(await get('/quotes/' + encodeURIComponent(number)));
}

/** The newest revision of the deal's quote. */
export async function quoteOfDeal(dealNumber) {
  return withPricing((await get('/quotes?deal=' + encodeURIComponent(dealNumber)))[0]);
}

/** Margins and reasons, which only staff get, put beside what everybody gets of a line. */
function withPricing(quote) {
  const pricing = new Map((quote.pricing || []).map((entry) => [entry.lineNo, entry]));
  return { ...quote, lines: quote.lines.map((line) => ({ ...line, ...pricing.get(line.lineNo) })) };
}

export function quoteLines(quote) {
  return table(
    [
      { title: '#', num: true, cell: (line) => line.lineNo },
      { title: 'Product', cell: (line) => twoLines(line.description, line.sku) },
      { title: 'Quantity', num: true, cell: (line) => quantity(line.quantity, line.unit) },
      { title: 'List', num: true, cell: (line) => figure(line.listPrice) },
      { title: 'Disc.', num: true, cell: (line) => percent(line.discount) },
      { title: 'Price', num: true, cell: (line) => figure(line.unitPrice) },
      { title: 'Net', num: true, cell: (line) => figure(line.net) },
      { title: 'Margin', num: true, kind: 'tf-margin', cell: (line) => percent(line.margin) },
    ],
    quote.lines,
    (line) => (isLow(line) ? 'tf-low' : ''),
  );
}

export function quoteTotals(quote) {
  return tiles([
    { label: 'List total', value: money(quote.listTotal, quote.currency) },
    { label: 'Discount', value: percent(quote.discount) },
    { label: 'Net total', value: money(quote.netTotal, quote.currency) },
    { label: 'Tax', value: money(quote.tax, quote.currency) },
    { label: 'Grand total', value: money(quote.grandTotal, quote.currency) },
    { label: 'Margin', value: percent(quote.margin), low: isLow(quote) },
  ]);
}

export function priceReasons(quote) {
  const reasons = quote.lines.filter((line) => line.priceReason);
  return reasons.length === 0
    ? null
    : el(
        'details',
        {},
        el('summary', {}, 'Where the prices come from'),
        el('ul.tf-small', {}, reasons.map((line) => el('li', {}, line.lineNo + ' · ' + line.sku + ': ' + line.priceReason))),
      );
}

export function isLow(priced) {
  return priced.margin !== null && priced.margin !== undefined && priced.margin < LOW_MARGIN;
}
