/** The file goes to the portal, its signed answer is uploaded on the page of e-invoices and ends this task; submits eInvoiceRefusal where the portal refused it. */
import { el, link, why } from '../parts.js';
import { eInvoiceHead, eInvoiceOf } from './e-invoice.js';

export async function open(form) {
  const eInvoice = await eInvoiceOf(form);
  return [
    ...eInvoiceHead('Register e-invoice', eInvoice),
    why('Without its registration the document is no invoice', 'Take the file to the e-invoice portal and upload the signed answer on the page of e-invoices: this task is then done by itself.'),
    el('p', {}, link('JSON for the portal', '/api/v1/e-invoices/' + encodeURIComponent(eInvoice.irn) + '/request.json')),
    el('p', {}, link('Upload the signed answer', '/desk/e-invoices')),
    form.fields.text({
      name: 'eInvoiceRefusal', label: 'Or: why the portal refused it', long: true, longest: 500,
      required: () => eInvoice.state !== 'REGISTERED', missing: 'Upload the signed answer, or say why the portal refused the document',
    }).element,
  ];
}
