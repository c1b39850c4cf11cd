/** The e-way bill is made on the portal, its number comes here; submits ewayBillNumber and ewayBillDistanceKm, or ewayBillWaiver. */
import { get } from '../api.js';
import { el, link, tiles, why } from '../parts.js';
import { money } from '../formats.js';
import { shipmentHead, shipmentOf } from '../fulfilment/shipment.js';

export async function open(form) {
  const shipment = await shipmentOf(form);
  const path = '/shipments/' + encodeURIComponent(shipment.number);
  const bill = await get(path + '/eway-bill');
  const number = form.fields.text({
    name: 'ewayBillNumber', label: 'E-way bill number', longest: 14, inputmode: 'numeric',
    required: () => waiver.read() === '', missing: 'The number, or below why none is needed',
    check: (text) => (/^\d{12}$/.test(text.replace(/\s/g, '')) ? null : 'Twelve digits'),
  });
  const distance = form.fields.text({
    name: 'ewayBillDistanceKm', label: 'Distance in km, as the portal took it', longest: 4, inputmode: 'numeric',
    check: (text) => (/^\d{1,4}$/.test(text) && Number(text) <= 4000 ? null : 'Between 0 and 4000'),
  });
  const waiver = form.fields.text({ name: 'ewayBillWaiver', label: 'Or: why none is needed after all', longest: 300 });
  return [
    shipmentHead('Record e-way bill', shipment),
    why('Goods may not move without it', bill.reason, 'Take the file to the e-way bill portal and enter the number it gives.'),
    tiles([
      { label: bill.documentType === 'CHL' ? 'Delivery challan' : 'Tax invoice', value: bill.documentNumber },
      { label: 'Worth', value: money(bill.consignmentValue, 'INR') },
      { label: 'Packages', value: String(shipment.packages) },
    ]),
    el('p', {}, link('JSON for the portal', '/api/v1' + path + '/eway-bill.json')),
    el('div.tf-fields', {}, number.element, distance.element), waiver.element,
  ];
}
