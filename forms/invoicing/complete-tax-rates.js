/** Finance enters the GST rates that are missing; the invoice is issued once the task is completed. Submits nothing. */
import { get, put } from '../api.js';
import { el, table, twoLines, why } from '../parts.js';
import { percent, quantity } from '../formats.js';
import { shipmentHead, shipmentOf } from '../fulfilment/shipment.js';

const HSN = /^\d{4}(\d{2}){0,2}$/;

export async function open(form) {
  const [shipment, rates] = await Promise.all([shipmentOf(form), get('/gst-rates')]);
  return [
    shipmentHead('Tax rates for', shipment),
    form.variables.problem ? why('The invoice could not be issued', form.variables.problem) : null,
    table(
      [
        { title: 'HSN', cell: (line) => line.hsn },
        { title: 'Product', cell: (line) => twoLines(line.description, line.sku) },
        { title: 'Quantity', num: true, cell: (line) => quantity(line.quantity, line.unit) },
        { title: 'Rate on file', num: true, cell: (line) => rateOf(line.hsn, rates) },
      ],
      shipment.lines,
    ),
    el('h3', {}, 'Enter a rate'),
    ...entry(form),
    el('p.tf-soft.tf-small', {}, 'Complete the task when all rates are there: the invoice is then computed again.'),
  ];
}

/** The longest prefix on file decides; only a hint here, the server looks the rate of the day up itself. */
function rateOf(hsn, rates) {
  const known = rates.filter((rate) => hsn.startsWith(rate.hsnPrefix)).sort((one, other) => other.hsnPrefix.length - one.hsnPrefix.length || other.validFrom.localeCompare(one.validFrom))[0];
  return known ? (known.treatment === 'TAXABLE' ? percent(known.rate) : known.treatment) : 'none';
}

function entry(form) {
  const add = (settings) => form.fields.text({ submit: false, ...settings });
  const hsn = add({ name: 'hsnPrefix', label: 'HSN or its first digits', longest: 8, check: (text) => (HSN.test(text) ? null : '4, 6 or 8 digits') });
  const rate = form.fields.number({ name: 'rate', label: 'GST rate in full, %', least: '0', most: '100', required: false, submit: false });
  const from = add({ name: 'validFrom', label: 'Valid from', kind: 'date' });
  const source = add({ name: 'source', label: 'Notification', longest: 200, placeholder: 'such as 9/2025-CT(R), Sch II' });
  const typed = [hsn, rate, from, source];
  const button = el('button.tf-button', { type: 'button' }, 'Save the rate');
  typed.forEach((field) => field.inputs[0].addEventListener('input', () => form.hold('unsaved', typed.some((each) => each.read() !== ''))));
  button.addEventListener('click', async () => {
    const empty = typed.filter((field) => field.read() === '');
    empty.forEach((field) => field.say('Fill this in'));
    if (empty.length > 0 || typed.some((field) => field.problem())) {
      return;
    }
    button.disabled = true;
    try {
      await put('/gst-rates', { hsnPrefix: hsn.read(), treatment: Number(rate.read()) === 0 ? 'NIL' : 'TAXABLE', rate: rate.read(), validFrom: from.read(), source: source.read() });
      await form.reopen();
    } catch (error) {
      form.refused(error);
      button.disabled = false;
    }
  });
  return [el('div.tf-fields', {}, typed.map((field) => field.element)), el('div.tf-actions', {}, button)];
}
