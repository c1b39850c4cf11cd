/** What forms are built of. Data becomes text nodes and attribute values only, so nothing in it can turn into markup. */

/** el('td.tf-num', {title: 'x'}, 'text', otherElement, null) */
export function el(kind, attributes = {}, ...children) {
  const [tag, ...classes] = kind.split('.');
  const element = document.createElement(tag);
  element.classList.add(...classes);
  Object.entries(attributes).forEach(([name, value]) => {
    if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value);
    }
  });
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export function head(title, sub, ...links) {
  return el('div.tf-head', {}, el('h2', {}, title), el('span.tf-soft', {}, sub || ''), ...links);
}

/** In a new tab, so that what was typed stays. */
export function link(text, path) {
  return el('a', { href: path, target: '_blank', rel: 'noopener' }, text);
}

export function dealLink(dealNumber) {
  return link('Open deal ' + dealNumber, '/desk/deals/' + encodeURIComponent(dealNumber));
}

/** Each tile: {label, value, low} */
export function tiles(entries) {
  return el('div.tf-tiles', {}, entries.map((entry) => el(entry.low ? 'div.tf-tile.tf-low' : 'div.tf-tile', {}, el('span', {}, entry.label), el('b', {}, entry.value))));
}

export function why(title, ...sentences) {
  return el('div.tf-why', {}, el('b', {}, title), ...sentences.filter(Boolean).map((sentence) => el('div', {}, sentence)));
}

export function note(text) {
  return el('div.tf-note', {}, text);
}

/**
 * columns: {title, num, cell(row) → text or element, kind}; rowKind(row) names a class for the row, such as 'tf-low'.
 */
export function table(columns, rows, rowKind = () => '') {
  const kindOf = (column) => (column.num ? '.tf-num' : '') + (column.kind ? '.' + column.kind : '');
  return el(
    'div.tf-scroll',
    {},
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, columns.map((column) => el('th' + kindOf(column), { scope: 'col' }, column.title)))),
      el('tbody', {}, rows.map((row) => el(rowKind(row) ? 'tr.' + rowKind(row) : 'tr', {}, columns.map((column) => el('td' + kindOf(column), {}, column.cell(row)))))),
    ),
  );
}

/** A second, softer line below the first. */
export function twoLines(first, second) {
  return [first, second ? el('span.tf-soft', {}, second) : null];
}
