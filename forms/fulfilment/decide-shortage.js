/** The stock planner decides whether an order waits on or what is open is given up; submits shortageDecision and reason. */
import { get } from '../api.js';
import { dealLink, head, table, twoLines, why } from '../parts.js';
import { date, quantity } from '../formats.js';

export async function open(form) {
  const order = await get('/orders/' + encodeURIComponent(form.variables.orderNumber));
  const shipments = await get('/shipments?deal=' + encodeURIComponent(order.dealNumber));
  const lines = openLines(order, shipments);
  const stock = await stockOf(lines);
  return [
    head('Order ' + order.number, order.buyerName + ' · PO ' + (order.poNumber || '–') + ' · needed by ' + date(order.neededBy), dealLink(order.dealNumber)),
    why('Stock is missing', 'Nothing more could be allocated for what is open below.'),
    table(
      [
        { title: '#', num: true, cell: (line) => line.lineNo },
        { title: 'Product', cell: (line) => twoLines(line.description, line.sku) },
        { title: 'Ordered', num: true, cell: (line) => quantity(line.quantity, line.unit) },
        { title: 'In shipments', num: true, cell: (line) => quantity(line.inShipments, line.unit) },
        { title: 'Open', num: true, cell: (line) => quantity(line.open, line.unit) },
        { title: 'Free stock', num: true, cell: (line) => quantity(stock.get(line.sku), line.unit) },
      ],
      lines,
    ),
    ...decision(form),
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

async function stockOf(lines) {
  const skus = [...new Set(lines.map((line) => line.sku))];
  const stock = await Promise.all(skus.map((sku) => get('/stock?sku=' + encodeURIComponent(sku))));
  return new Map(skus.map((sku, index) => [sku, stock[index].available]));
}

function decision(form) {
  const chosen = form.fields.choice({
    name: 'shortageDecision',
    label: 'Decision',
    options: [
      { value: 'WAIT', label: 'Wait for stock' },
      { value: 'SHORT_CLOSE', label: 'Give up what is open' },
    ],
  });
  const reason = form.fields.text({
    name: 'reason',
    label: 'Reason',
    long: true,
    longest: 500,
    required: () => chosen.read() === 'SHORT_CLOSE',
    missing: 'Say why the rest is not delivered; the buyer is told',
  });
  return [chosen.element, reason.element];
}
