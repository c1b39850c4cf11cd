/**
 * The goods go to the carrier; submits mode, carrier, vehicleNumber or transporterKm, transportDocumentNumber, transportDocumentOn, trackingNumber,
 * freight, expectedOn, and ewayBillNumber with ewayBillDistanceKm, or ewayBillWaiver.
 */
import { get } from '../api.js';
import { el, link, tiles, why } from '../parts.js';
import { money, quantity } from '../formats.js';
import { shipmentHead, shipmentOf } from '../fulfilment/shipment.js';

/** Registered (MH12AB1234), Bharat series (22BH1234AA), temporary (TR…) and defence (DF…) numbers. */
const VEHICLE = /^([A-Z]{2}\d{1,2}[A-Z]{0,3}\d{4}|\d{2}BH\d{4}[A-Z]{1,2}|(TR|DF)[A-Z0-9]{5,13})$/;
const DOCUMENT = /^[A-Za-z0-9/-]{1,15}$/;

export async function open(form) {
  const shipment = await shipmentOf(form);
  const path = '/shipments/' + encodeURIComponent(shipment.number);
  const bill = await get(path + '/eway-bill');
  const recorded = bill.number && !bill.cancelledAt;
  const asked = bill.needed && !recorded && !bill.waivedBecause;
  const mode = form.fields.select({
    name: 'mode',
    label: 'Goes by',
    options: [
      { value: 'ROAD', label: 'Road' },
      { value: 'RAIL', label: 'Rail' },
      { value: 'AIR', label: 'Air' },
      { value: 'SHIP', label: 'Ship' },
    ],
  });
  const byRoad = () => mode.read() === 'ROAD';
  const byVehicle = () => byRoad() || mode.read() === 'SHIP';
  const carrier = form.fields.text({ name: 'carrier', label: 'Carrier', required: true, longest: 100 });
  const vehicle = form.fields.text({
    name: 'vehicleNumber',
    label: 'Vehicle number',
    required: () => byRoad() && document.read() === '',
    missing: 'By road, the vehicle number or a transport document is needed',
    applies: byVehicle,
    longest: 20,
    placeholder: 'MH12AB1234',
    check: (text) => (VEHICLE.test(normal(text)) ? null : 'A registration mark such as MH12AB1234'),
  });
  const typed = vehicle.read;
  vehicle.read = () => normal(typed());
  const document = form.fields.text({
    name: 'transportDocumentNumber',
    label: 'Transport document (LR, RR, AWB, BL)',
    required: () => !byRoad(),
    longest: 15,
    check: (text) => (DOCUMENT.test(text) ? null : 'At most 15 letters, digits, hyphens and slashes'),
  });
  const documentDay = form.fields.text({ name: 'transportDocumentOn', label: 'Its day, today if empty', kind: 'date' });
  const transporter = form.fields.text({
    name: 'transporterKm',
    label: 'Without vehicle number: km to the transporter',
    longest: 4,
    inputmode: 'numeric',
    applies: byRoad,
    check: (text) => (/^\d{1,4}$/.test(text) ? null : 'Whole kilometres'),
  });
  const tracking = form.fields.text({ name: 'trackingNumber', label: 'Tracking number', longest: 60 });
  const freight = form.fields.select({ name: 'freight', label: 'Freight', options: [{ value: 'PAID', label: 'Paid by us' }, { value: 'TO_PAY', label: 'To pay by the consignee' }] });
  const expected = form.fields.text({ name: 'expectedOn', label: 'Expected on', kind: 'date' });
  const eway = form.fields.text({ name: 'ewayBillNumber', label: 'E-way bill number', longest: 14, inputmode: 'numeric', check: (text) => (/^\d{12}$/.test(text.replace(/\s/g, '')) ? null : 'Twelve digits') });
  const distance = form.fields.text({
    name: 'ewayBillDistanceKm',
    label: bill.estimatedKm ? 'Its distance in km, ' + bill.estimatedKm + ' by our table if empty' : 'Its distance in km',
    longest: 4,
    inputmode: 'numeric',
    check: (text) => (/^\d{1,4}$/.test(text) && Number(text) <= 4000 ? null : 'Between 0 and 4000'),
  });
  const waiver = form.fields.text({ name: 'ewayBillWaiver', label: 'Or: why none is needed after all', longest: 300 });
  const follow = () => {
    vehicle.element.hidden = !byVehicle();
    transporter.element.hidden = !byRoad();
  };
  mode.inputs[0].addEventListener('change', () => { follow(); form.changed(); });
  follow();
  return [
    shipmentHead('Hand over', shipment),
    tiles([
      { label: 'Invoice', value: form.variables.invoiceNumber || '–' },
      { label: 'Packages', value: quantity(shipment.packages) },
      { label: 'Gross weight', value: quantity(shipment.grossWeightKg, 'kg') },
      { label: 'E-way bill', value: recorded ? bill.number : bill.waivedBecause ? 'Waived' : bill.needed ? 'Needed' : 'Not needed', low: asked },
    ]),
    el('div.tf-fields', {}, mode.element, carrier.element, vehicle.element, transporter.element, document.element, documentDay.element, tracking.element, freight.element, expected.element),
    asked ? why('The goods may not leave without e-way bill', bill.reason + '.', 'Worth ' + money(bill.consignmentValue, 'INR') + '. Take the file to the e-way bill portal and enter the number it gives.') : null,
    asked ? el('p', {}, link('JSON for the portal', '/api/v1' + path + '/eway-bill.json')) : null,
    recorded ? null : el('div.tf-fields', {}, eway.element, distance.element),
    asked ? waiver.element : null,
  ];
}

/** As it stands in the register, whatever blanks and hyphens were typed. */
function normal(text) {
  return text.toUpperCase().replace(/[\s-]/g, '');
}
