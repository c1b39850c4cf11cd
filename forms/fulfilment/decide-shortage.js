/** The stock planner decides what happens about what is missing; submits shortageDecision, until, reason, and lines where single lines differ. */
import { get } from '../api.js';
import { dealLink, el, head, table, twoLines, why } from '../parts.js';
import { date, money, quantity } from '../formats.js';

const AS_BELOW = '';
const PRICE = /^\d{1,12}(\.\d{1,4})?$/;

export async function open(form) {
  const order = await get('/orders/' + encodeURIComponent(form.variables.orderNumber));
  const [shipments, known] = await Promise.all([
    get('/shipments?deal=' + encodeURIComponent(order.dealNumber)),
    get('/shortages?deal=' + encodeURIComponent(order.dealNumber)),
  ]);
  const lines = openLines(order, shipments);
  const stock = await stockOf(lines);
  const choices = new Map();
  const lineTable = table(
    [
      { title: '#', num: true, cell: (line) => line.lineNo },
      { title: 'Product', cell: (line) => twoLines(line.description, line.sku) },
      { title: 'Open', num: true, cell: (line) => twoLines(quantity(line.open, line.unit), 'of ' + quantity(line.quantity, line.unit)) },
      { title: 'Free stock', num: true, cell: (line) => quantity(stock.get(line.sku), line.unit) },
      { title: 'This line', kind: 'tf-choice', cell: (line) => lineChoice(form, line, order.currency, choices) },
    ],
    lines,
  );
  form.fields.extra = () => otherwise(choices);
  return [
    head('Order ' + order.number, order.buyerName + ' · PO ' + (order.poNumber || '–') + ' · needed by ' + date(order.neededBy), dealLink(order.dealNumber)),
    why('Stock is missing', 'Nothing more could be allocated for what is open below.', ...answered(known.offers)),
    lineTable,
    ...decision(form, choices),
  ];
}

/** Display only: what counts is computed by the server when the decision arrives. */
function openLines(order, shipments) {
  const shipped = new Map();
  shipments
    .filter((shipment) => shipment.orderNumber === order.number && shipment.status !== 'CANCELLED')
    .flatMap((shipment) => shipment.lines)
    .forEach((line) => shipped.set(line.orderLineNo, (shipped.get(line.orderLineNo) || 0) + Number(line.quantity)));
  return order.lines
    .map((line) => {
      const inShipments = shipped.get(line.lineNo) || 0;
      return { ...line, inShipments, open: Number(line.quantity) - Number(line.shortClosed || 0) - inShipments };
    })
    .filter((line) => line.open > 0);
}

function answered(offers) {
  return offers
    .filter((offer) => offer.status === 'DECLINED' || offer.status === 'LAPSED')
    .map((offer) => 'Line ' + offer.orderLineNo + ': ' + offer.description + (offer.status === 'DECLINED' ? ' was declined by the buyer.' : ' was offered, the buyer did not answer.'));
}

async function stockOf(lines) {
  const skus = [...new Set(lines.map((line) => line.sku))];
  const stock = await Promise.all(skus.map((sku) => get('/stock?sku=' + encodeURIComponent(sku))));
  return new Map(skus.map((sku, index) => [sku, stock[index].available]));
}

/** The choice for one line, and beside it what that choice needs. */
function lineChoice(form, line, currency, choices) {
  const path = 'lines[' + line.lineNo + ']';
  const chosen = form.fields.select({
    name: path,
    submit: false,
    options: [
      { value: AS_BELOW, label: 'As decided below' },
      { value: 'WAIT', label: 'Wait' },
      { value: 'SUBSTITUTE', label: 'Another product' },
      { value: 'PRODUCE', label: 'Have it produced' },
      { value: 'CANCEL', label: 'Give up' },
    ],
  });
  chosen.inputs[0].setAttribute('aria-label', 'Line ' + line.lineNo);
  const is = (...values) => () => values.includes(chosen.read());
  const expectedOn = form.fields.text({ name: path + '.expectedOn', kind: 'date', label: 'Expected on', submit: false, applies: is('WAIT', 'PRODUCE'), required: is('PRODUCE'), missing: 'When is it expected?' });
  const sku = form.fields.text({ name: path + '.sku', label: 'SKU of the other product', submit: false, longest: 40, applies: is('SUBSTITUTE'), required: true, missing: 'Which product?' });
  const unitPrice = form.fields.text({
    name: path + '.unitPrice', label: 'Price, if not ' + money(line.unitPrice, currency), submit: false, inputmode: 'decimal', applies: is('SUBSTITUTE'),
    check: (text) => (PRICE.test(text) ? null : 'Enter a price such as 12.50'),
  });
  const parts = [expectedOn, sku, unitPrice];
  const show = () => parts.forEach((part) => { part.element.hidden = !part.applies(); });
  chosen.inputs[0].addEventListener('change', show);
  show();
  choices.set(line.lineNo, { chosen, expectedOn, sku, unitPrice });
  return el('div', {}, chosen.element, parts.map((part) => part.element));
}

/** The lines that differ, as one variable. */
function otherwise(choices) {
  const lines = {};
  choices.forEach((fields, lineNo) => {
    if (fields.chosen.read() === AS_BELOW) {
      return;
    }
    const line = { choice: fields.chosen.read() };
    ['expectedOn', 'sku', 'unitPrice'].filter((name) => fields[name].applies() && fields[name].read()).forEach((name) => { line[name] = fields[name].read(); });
    lines[lineNo] = line;
  });
  return Object.keys(lines).length ? { lines: { type: 'String', value: JSON.stringify(lines) } } : {};
}

function decision(form, choices) {
  const chosen = form.fields.choice({
    name: 'shortageDecision',
    label: 'All other open lines',
    options: [
      { value: 'WAIT', label: 'Wait for stock' },
      { value: 'SPLIT', label: 'Ship what is there now' },
      { value: 'PRODUCE', label: 'Have them produced' },
      { value: 'SHORT_CLOSE', label: 'Give up what is open' },
    ],
  });
  const until = form.fields.text({
    name: 'until', kind: 'date', label: 'Expected on', applies: () => chosen.read() !== 'SHORT_CLOSE', required: () => chosen.read() === 'PRODUCE', missing: 'When is it expected from production?',
  });
  const givesUp = () => chosen.read() === 'SHORT_CLOSE' || [...choices.values()].some((fields) => fields.chosen.read() === 'CANCEL');
  const reason = form.fields.text({ name: 'reason', label: 'To the buyer', long: true, longest: 500, required: givesUp, missing: 'Say why it is not delivered; the buyer is told' });
  return [chosen.element, until.element, reason.element];
}
