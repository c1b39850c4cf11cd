/** Finance mends what the tax of an invoice rests on; the invoice is issued once the task is completed. Submits nothing. */
import { el, table, twoLines, why } from '../parts.js';
import { quantity } from '../formats.js';
import { shipmentHead, shipmentOf } from '../fulfilment/shipment.js';

export async function open(form) {
  const shipment = await shipmentOf(form);
  return [
    shipmentHead('Tax of', shipment),
    form.variables.problem ? why('The invoice could not be issued', form.variables.problem) : null,
    table(
      [
        { title: 'HSN', cell: (line) => line.hsn },
        { title: 'Product', cell: (line) => twoLines(line.description, line.sku) },
        { title: 'Quantity', num: true, cell: (line) => quantity(line.quantity, line.unit) },
      ],
      shipment.lines,
    ),
    el('p.tf-soft.tf-small', {}, 'Mend what the tax rests on: the GST rate of the HSN, the letter of undertaking of the company, the buyer’s registration, or reverse charge and place of supply of the order. Complete the task when it is mended: the tax is then checked and the invoice issued.'),
  ];
}
