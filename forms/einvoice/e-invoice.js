/** What both forms about an e-invoice show of it. */
import { get } from '../api.js';
import { dealLink, head, link, tiles } from '../parts.js';
import { date, money } from '../formats.js';

export function eInvoiceOf(form) {
  return get('/e-invoices/' + encodeURIComponent(form.variables.irn));
}

export function eInvoiceHead(title, eInvoice) {
  const page = '/desk/e-invoices/' + encodeURIComponent(eInvoice.irn);
  return [
    head(title + ' ' + eInvoice.documentNumber, eInvoice.buyerName, dealLink(eInvoice.dealNumber), link('E-invoice', page)),
    tiles([
      { label: 'Issued', value: date(eInvoice.issuedOn) },
      { label: 'Total', value: money(eInvoice.total, 'INR') },
      { label: 'Portal takes it until', value: eInvoice.uploadUntil ? date(eInvoice.uploadUntil) : 'no limit' },
    ]),
  ];
}
