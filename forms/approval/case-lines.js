/** The lines of the quote with what stands out in them; totals stay in sight however many there are. */
import { get } from '../api.js';
import { el, twoLines } from '../parts.js';
import { date, figure, money, percent, quantity } from '../formats.js';
import '../quotation/price-trace.js';

/** From so many lines on only those that need the approval are shown first. */
const LONG = 15;

/** The column that a kind of approval is about; all others are about the whole. */
const ABOUT = { DISCOUNT: 'discount', MARGIN: 'margin', FLOOR: 'price', STOCK: 'stock' };

export function caseLines(approval) {
  const { lines, quote } = approval;
  const standOut = lines.filter((line) => line.asksFor.length > 0);
  const rows = lines.map((line) => row(line, approval.id));
  const about = '.tf-about-' + (ABOUT[approval.kind] || 'whole');
  const box = el('div.tf-lines' + about, { tabindex: '0', role: 'region', 'aria-label': 'Lines of the quote' }, lineTable(rows, approval));
  const onlyThese = toggle(standOut.length === 1 ? 'Only the one that needs approval' : 'Only the ' + standOut.length + ' that need approval', 'N', (on) => {
    lines.forEach((line, index) => { rows[index].hidden = on && line.asksFor.length === 0; });
    box.scrollTop = 0;
  });
  const reasons = toggle('Why these prices', 'W', (on) => box.classList.toggle('tf-with-reasons', on));
  const isMixed = standOut.length > 0 && standOut.length < lines.length;
  if (isMixed && lines.length > LONG) {
    onlyThese.set(true);
  }
  return {
    element: el(
      'section',
      {},
      el(
        'div.tf-lines-head',
        {},
        el('h3', {}, lines.length + (lines.length === 1 ? ' line' : ' lines') + ' in ' + quote.currency),
        isMixed ? onlyThese.element : null,
        lines.some((line) => line.priceReason) ? reasons.element : null,
        el('span.tf-soft.tf-small', {}, stockInWords(lines)),
      ),
      box,
    ),
    keys: { n: () => isMixed && onlyThese.flip(), w: () => reasons.flip() },
  };
}

const COLUMNS = ['#', 'Product', 'Quantity', 'List', 'Disc.', 'Price', 'Net', 'Margin'];

function lineTable(rows, approval) {
  const { totals, quote } = approval;
  const isNumber = (index) => index !== 1;
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, COLUMNS.map((title, index) => el(isNumber(index) ? 'th.tf-num.tf-c' + index : 'th.tf-c' + index, { scope: 'col' }, title)))),
    el('tbody', {}, rows),
    el(
      'tfoot',
      {},
      el(
        'tr',
        {},
        el('td.tf-num.tf-c0'),
        el('td.tf-c1', {}, twoLines(el('b', {}, 'Total with tax ' + money(totals.grandTotal, quote.currency)), 'tax ' + figure(totals.tax) + (totals.roundOff ? ', rounded by ' + figure(totals.roundOff) : ''))),
        el('td.tf-num.tf-c2'),
        el('td.tf-num.tf-c3', {}, figure(totals.listTotal)),
        el('td.tf-num.tf-c4', {}, percent(totals.discount)),
        el('td.tf-num.tf-c5'),
        el('td.tf-num.tf-c6', {}, el('b', {}, figure(totals.netTotal))),
        el('td.tf-num.tf-c7.tf-margin', {}, percent(totals.margin)),
      ),
    ),
  );
}

function row(line, approvalId) {
  const low = line.asksFor.length > 0;
  return el(
    low ? 'tr.tf-low' : 'tr',
    { title: low ? line.asksFor.join('; ') : null },
    el('td.tf-num.tf-c0', {}, String(line.lineNo)),
    el('td.tf-c1', {}, twoLines(line.description, line.sku + (line.kind === 'FIRM' ? '' : ' · ' + line.kind.toLowerCase() + ', not in the total')), line.hint ? el('span.tf-hint', {}, line.hint) : null, line.priceReason ? priceReason(line, approvalId) : null),
    el('td.tf-num.tf-c2', {}, quantity(line.quantity, line.unit), stock(line)),
    el('td.tf-num.tf-c3', {}, figure(line.listPrice)),
    el('td.tf-num.tf-c4', {}, percent(line.discount)),
    el('td.tf-num.tf-c5', {}, figure(line.unitPrice), line.targetPrice === undefined ? null : el('span.tf-soft', {}, 'wants ' + figure(line.targetPrice))),
    el('td.tf-num.tf-c6', {}, figure(line.net)),
    el('td.tf-num.tf-c7.tf-margin', {}, percent(line.margin), line.belowFloor ? el('span.tf-flag', {}, 'below floor') : null),
  );
}

/** The reason of a price, with the whole way to it behind a click. */
function priceReason(line, approvalId) {
  if (!line.traced) {
    return el('span.tf-reason', {}, line.priceReason);
  }
  const box = el('details.tf-reason', {}, el('summary', {}, line.priceReason));
  box.addEventListener('toggle', async () => {
    if (box.open && !box.dataset.read) {
      box.dataset.read = 'yes';
      try {
        const trace = await get('/approval-cases/' + encodeURIComponent(approvalId) + '/lines/' + line.lineNo + '/price-trace');
        box.append(window.tradeflowPriceTrace(trace));
      } catch (refusal) {
        delete box.dataset.read;
        box.append(el('div.tf-soft', {}, refusal.message));
      }
    }
  });
  return box;
}

function stock(line) {
  const free = quantity(line.available, line.unit) + ' free in all warehouses' + (line.promised ? ' and usable on ' + date(line.promised) : ' now');
  const day = line.promised ? ' on ' + date(line.promised).replace(/ \d{4}$/, '') : '';
  return line.missing > 0
    ? el('span.tf-short', { title: free }, quantity(line.missing) + ' short' + day)
    : el('span.tf-soft', { title: free }, 'in stock' + day);
}

function stockInWords(lines) {
  const short = lines.filter((line) => line.missing > 0).length;
  const when = lines.some((line) => line.promised) ? ' when promised' : ' now';
  return short === 0 ? 'All in stock' + when : short + ' of ' + lines.length + ' not in stock in full' + when;
}

/** A checkbox with a key of its own. */
function toggle(text, key, changed) {
  const input = el('input', { type: 'checkbox' });
  const set = (on) => { input.checked = on; changed(on); };
  input.addEventListener('change', () => changed(input.checked));
  return { element: el('label.tf-toggle', {}, input, text + ' ', el('kbd', {}, key)), set, flip: () => set(!input.checked) };
}
