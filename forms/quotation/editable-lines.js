/** The lines of a draft quote with quantity and price to change. What is changed has to be saved before the task can be completed. */
import { put } from '../api.js';
import { compare, decimal, figure, percent, quantity } from '../formats.js';
import { el, table, twoLines } from '../parts.js';
import { isLow } from './quote.js';

/** The table and, where the quote is a draft, the button that saves. */
export function editableLines(form, quote) {
  const isDraft = quote.status === 'DRAFT';
  const rows = quote.lines.map((line) => ({ line, ...(isDraft ? inputs(form, line) : {}) }));
  return [lineTable(quote, rows, isDraft), isDraft ? saving(form, quote, rows) : null];
}

function inputs(form, line) {
  const add = (name, title, current) => form.fields.number({
    name: name + '-' + line.lineNo,
    title: title + ' of ' + line.description,
    value: current === undefined ? '' : String(current),
    required: current !== undefined,
    placeholder: current === undefined ? 'missing' : null,
    moreThan: '0',
    submit: false,
  });
  return { quantity: add('quantity', 'Quantity', line.quantity), unitPrice: add('unitPrice', 'Price', line.unitPrice) };
}

function lineTable(quote, rows, isDraft) {
  return table(
    [
      { title: '#', num: true, cell: (row) => row.line.lineNo },
      { title: 'Product', cell: (row) => twoLines(row.line.description, row.line.sku) },
      { title: 'Quantity', num: true, cell: (row) => (isDraft ? [row.quantity.element, el('span.tf-soft', {}, row.line.unit)] : quantity(row.line.quantity, row.line.unit)) },
      { title: 'List', num: true, cell: (row) => figure(row.line.listPrice) },
      { title: 'Price, ' + quote.currency, num: true, cell: (row) => (isDraft ? row.unitPrice.element : figure(row.line.unitPrice)) },
      { title: 'Disc.', num: true, cell: (row) => percent(row.line.discount) },
      { title: 'Net', num: true, cell: (row) => figure(row.line.net) },
      { title: 'Margin', num: true, kind: 'tf-margin', cell: (row) => percent(row.line.margin) },
    ],
    rows,
    (row) => (row.line.unitPrice === undefined || isLow(row.line) ? 'tf-low' : ''),
  );
}

function saving(form, quote, rows) {
  const button = el('button.tf-button', { type: 'button', disabled: true }, 'Save and compute anew');
  const fields = rows.flatMap((row) => [row.quantity, row.unitPrice]);
  const watch = () => {
    const isChanged = changesIn(rows).length > 0;
    button.disabled = !isChanged;
    form.hold('unsaved lines', isChanged);
  };
  fields.forEach((field) => field.inputs[0].addEventListener('input', watch));
  button.addEventListener('click', async () => {
    if (fields.some((field) => field.problem() !== null)) {
      form.fields.reveal();
      return;
    }
    button.disabled = true;
    try {
      await put('/quotes/' + encodeURIComponent(quote.number) + '/lines', { lines: changesIn(rows) });
      await form.reopen();
    } catch (error) {
      form.refused(error);
      button.disabled = false;
    }
  });
  return el('div.tf-actions', {}, button, el('span.tf-soft.tf-small', {}, 'Changed lines have to be saved before the task can be completed.'));
}

/** Only what differs; the server leaves the rest as it is. */
function changesIn(rows) {
  return rows
    .map((row) => ({
      lineNo: row.line.lineNo,
      ...difference('quantity', row.quantity.read(), row.line.quantity),
      ...difference('unitPrice', row.unitPrice.read(), row.line.unitPrice),
    }))
    .filter((change) => Object.keys(change).length > 1);
}

function difference(name, typed, current) {
  const isSame = current === undefined ? typed === '' : decimal(typed) !== null && compare(decimal(typed), String(current)) === 0;
  return isSame ? {} : { [name]: typed };
}
