/** The sales desk changes a quote that was sent back, or withdraws it; submits reworkDecision. Lines are saved before, over our REST. */
import { get, put } from '../api.js';
import { dealLink, el, head, note, table, twoLines } from '../parts.js';
import { compare, date, decimal, figure, percent } from '../formats.js';
import { quoteTotals } from './quote-lines.js';

export async function open(form) {
  const number = form.variables.quoteNumber;
  const quote = await get('/quotes/' + encodeURIComponent(number));
  const approvals = await get('/approvals?subject=' + encodeURIComponent(number));
  const rows = quote.lines.map((line) => editable(form, line));
  const isDraft = quote.status === 'DRAFT';
  return [
    head('Rework quote ' + quote.number, quote.buyerName + ' · valid until ' + date(quote.validUntil), dealLink(quote.dealNumber)),
    ...comments(approvals, quote),
    isDraft ? null : note('This revision is out and frozen. Resubmitting opens the next one at current prices; lines can be changed when it comes back here.'),
    lineTable(quote, rows, isDraft),
    isDraft ? saving(form, quote, rows) : null,
    quoteTotals(quote),
    decision(form).element,
  ];
}

/** What approvers said on this revision. */
function comments(approvals, quote) {
  return approvals
    .filter((approval) => approval.comment && approval.revision === quote.revision)
    .map((approval) => note((approval.decidedBy || 'Approver') + ': ' + approval.comment));
}

function editable(form, line) {
  const quantity = form.fields.number({ name: 'quantity-' + line.lineNo, title: 'Quantity of ' + line.sku, value: String(line.quantity), moreThan: '0', submit: false });
  const unitPrice = form.fields.number({ name: 'unitPrice-' + line.lineNo, title: 'Price of ' + line.sku, value: String(line.unitPrice), moreThan: '0', submit: false });
  return { line, quantity, unitPrice };
}

function lineTable(quote, rows, isDraft) {
  const cell = (field, shown) => (isDraft ? field.element : shown);
  return table(
    [
      { title: '#', num: true, cell: (row) => row.line.lineNo },
      { title: 'Product', cell: (row) => twoLines(row.line.description, row.line.sku) },
      { title: 'Quantity', num: true, cell: (row) => cell(row.quantity, row.line.quantity + ' ' + row.line.unit) },
      { title: 'List', num: true, cell: (row) => figure(row.line.listPrice) },
      { title: 'Price (' + quote.currency + ')', num: true, cell: (row) => cell(row.unitPrice, figure(row.line.unitPrice)) },
      { title: 'Disc.', num: true, cell: (row) => percent(row.line.discountPercent) },
      { title: 'Net', num: true, cell: (row) => figure(row.line.net) },
      { title: 'Margin', num: true, kind: 'tf-margin', cell: (row) => percent(row.line.marginPercent) },
    ],
    rows,
  );
}

function saving(form, quote, rows) {
  const button = el('button.tf-button', { type: 'button', disabled: true }, 'Save and compute anew');
  const watch = () => {
    const changes = changesIn(rows);
    button.disabled = changes.length === 0;
    form.hold('unsaved', changes.length > 0);
  };
  rows.forEach((row) => [row.quantity, row.unitPrice].forEach((field) => field.inputs[0].addEventListener('input', watch)));
  button.addEventListener('click', async () => {
    if (rows.some((row) => row.quantity.problem() || row.unitPrice.problem())) {
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
      ...differs('quantity', row.quantity.read(), row.line.quantity),
      ...differs('unitPrice', row.unitPrice.read(), row.line.unitPrice),
    }))
    .filter((change) => Object.keys(change).length > 1);
}

function differs(name, typed, current) {
  const isSame = decimal(typed) !== null && compare(decimal(typed), String(current)) === 0;
  return isSame ? {} : { [name]: typed };
}

function decision(form) {
  return form.fields.choice({
    name: 'reworkDecision',
    label: 'What happens now',
    options: [
      { value: 'RESUBMIT', label: 'Price and submit again' },
      { value: 'WITHDRAW', label: 'Withdraw the quote: the deal is lost' },
    ],
  });
}
