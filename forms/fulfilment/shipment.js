/** What the three forms of the warehouse have in common: the shipment, its lines, and a quantity to enter for each. */
import { get } from '../api.js';
import { dealLink, el, head, twoLines, why } from '../parts.js';
import { date } from '../formats.js';

export function shipmentOf(form) {
  return get('/shipments/' + encodeURIComponent(form.variables.shipmentNumber));
}

export function shipmentHead(title, shipment) {
  return head(title + ' ' + shipment.number, shipment.buyerName + ' · order ' + shipment.orderNumber + ' · from ' + shipment.warehouseCode, dealLink(shipment.dealNumber));
}

/** What the buyer's segment asks for: packing and papers. */
export function handling(shipment) {
  return shipment.packing || shipment.documents ? why('For this buyer', shipment.packing ? 'Packing: ' + shipment.packing : null, shipment.documents ? 'Documents: ' + shipment.documents : null) : null;
}

export const lineNumber = { title: '#', num: true, cell: (line) => line.lineNo };

export const place = { title: 'Bin', cell: (line) => el('span.tf-bin', {}, line.bin || '–') };

export const goods = { title: 'Product', cell: (line) => twoLines(line.description, line.sku) };

export const batch = { title: 'Batch', cell: (line) => twoLines(line.batch || '–', line.expiresOn ? 'expires ' + date(line.expiresOn) : null) };

/** A field for each line; gives the column and, as one variable, {"lineNo": "quantity"} as text. */
export function quantityByLine(form, settings) {
  const fields = new Map();
  const column = {
    title: settings.title,
    num: true,
    cell: (line) => {
      const field = form.fields.number({
        name: settings.variable + '[' + line.lineNo + ']',
        title: settings.title + ', ' + line.description,
        value: settings.initial(line),
        least: '0',
        most: String(line.quantity),
        submit: false,
      });
      fields.set(line.lineNo, field);
      return field.element;
    },
  };
  const read = () => Object.fromEntries([...fields].map(([lineNo, field]) => [lineNo, field.read()]));
  return { column, read, variable: () => ({ [settings.variable]: { type: 'String', value: JSON.stringify(read()) } }) };
}
