/** What the portal will not take is put right; submits eInvoiceSolution TRY_AGAIN, or WITHOUT with eInvoiceWaiver. */
import { el, link, why } from '../parts.js';
import { eInvoiceHead, eInvoiceOf } from './e-invoice.js';

export async function open(form) {
  const eInvoice = await eInvoiceOf(form);
  const solution = form.fields.choice({
    name: 'eInvoiceSolution', label: 'What now?',
    options: [
      { value: 'TRY_AGAIN', label: 'It is put right: try again' },
      { value: 'WITHOUT', label: 'The document needs no e-invoice' },
    ],
  });
  const waiver = form.fields.text({
    name: 'eInvoiceWaiver', label: 'Why it needs none', longest: 300,
    required: () => solution.read() === 'WITHOUT', missing: 'Say why it needs none',
  });
  return [
    ...eInvoiceHead('Clear up e-invoice', eInvoice),
    why('The portal has not registered it', eInvoice.problem || form.variables.eInvoiceProblem, 'A signed answer that you find on the portal can be uploaded on the page of e-invoices: this task is then done by itself.'),
    el('p', {}, link('What was asked and answered', '/desk/e-invoices/' + encodeURIComponent(eInvoice.irn))),
    solution.element, waiver.element,
  ];
}
