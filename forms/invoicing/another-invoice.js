/** The invoice of a shipment was cancelled; another one is issued once the task is completed. Submits nothing. */
import { el, table, twoLines, why } from '../parts.js';
import { quantity } from '../formats.js';
import { shipmentHead, shipmentOf } from '../fulfilment/shipment.js';

export async function open(form) {
  const shipment = await shipmentOf(form);
  return [
    shipmentHead('Another invoice for', shipment),
    why('Nothing bills these goods', 'Invoice ' + form.variables.cancelledInvoice + ' was cancelled with its registration; its number is never used again.'),
    table(
      [
        { title: 'HSN', cell: (line) => line.hsn },
        { title: 'Product', cell: (line) => twoLines(line.description, line.sku) },
        { title: 'Quantity', num: true, cell: (line) => quantity(line.quantity, line.unit) },
      ],
      shipment.lines,
    ),
    el('p.tf-soft.tf-small', {}, 'Put right what was wrong with the cancelled one: GST rate, the buyer’s registration, reverse charge or place of supply of the order. Complete the task when it is right: the invoice is issued under the next number, registered and sent, and takes the money of the cancelled one. If the shipment was called off, nothing is issued.'),
  ];
}
