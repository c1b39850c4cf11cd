/** What the forms of returns have in common: the return, its lines and its photographs. */
import { get } from '../api.js';
import { dealLink, el, head, link, table, twoLines, why } from '../parts.js';
import { date, quantity } from '../formats.js';

export function returnOf(form) {
  return get('/returns/' + encodeURIComponent(form.variables.returnNumber));
}

export function returnHead(title, goods) {
  return head(title + ' ' + goods.number, goods.buyerName + ' · order ' + goods.orderNumber, dealLink(goods.dealNumber), link('Open return', '/desk/returns/' + encodeURIComponent(goods.number)));
}

export function reason(goods) {
  return why(goods.kindLabel + (goods.remedyLabel ? ' · wants: ' + goods.remedyLabel.toLowerCase() : ''), goods.note, 'Asked for by ' + goods.requestedBy + ' on ' + date(goods.requestedAt));
}

export function photos(goods) {
  return goods.photos.length
    ? el('p.tf-photos', {}, goods.photos.map((id, index) => el('a', { href: photo(goods, id), target: '_blank', rel: 'noopener' }, el('img', { src: photo(goods, id), alt: 'Photograph ' + (index + 1), width: '96', loading: 'lazy' }))))
    : null;
}

function photo(goods, id) {
  return '/api/v1/returns/' + encodeURIComponent(goods.number) + '/photos/' + id;
}

export const goodsColumns = [
  { title: '#', num: true, cell: (line) => line.lineNo },
  { title: 'Product', cell: (line) => twoLines(line.description, line.sku) },
  { title: 'Batch', cell: (line) => twoLines(line.batch || '–', line.shipmentNumber) },
  { title: 'Comes back', num: true, cell: (line) => quantity(line.quantity, line.unit) },
];

export function goodsTable(goods) {
  return table(goodsColumns, goods.lines);
}
