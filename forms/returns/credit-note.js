/** Finance issues the credit note and enters its number; submits creditNoteNumber. */
import { table, tiles, twoLines, why } from '../parts.js';
import { figure, money, quantity } from '../formats.js';
import { returnHead, returnOf } from './return.js';

export async function open(form) {
  const goods = await returnOf(form);
  const sum = goods.claims.reduce((total, claim) => total + Number(claim.total), 0);
  const currency = goods.claims.length ? goods.claims[0].currency : 'INR';
  const number = form.fields.text({ name: 'creditNoteNumber', label: 'Number of the credit note', longest: 16, required: true, missing: 'Enter the number of the credit note', check: (text) => (/^[A-Za-z0-9/-]{1,16}$/.test(text) ? null : 'At most 16 letters, digits, hyphens and slashes') });
  return [
    returnHead('Credit note for', goods),
    why('What is to be credited', goods.kindLabel + '. What the buyer owes changes with the credit note, not before.'),
    tiles([{ label: 'With tax', value: money(sum, currency) }]),
    table(
      [
        { title: 'Invoice', cell: (claim) => twoLines(claim.invoiceNumber, 'line ' + claim.invoiceLineNo) },
        { title: 'Product', cell: (claim) => twoLines(claim.description, claim.sku) },
        { title: 'Quantity', num: true, cell: (claim) => quantity(claim.quantity, claim.unit) },
        { title: 'Taxable', num: true, cell: (claim) => figure(claim.taxableValue) },
        { title: 'CGST', num: true, cell: (claim) => figure(claim.cgst) },
        { title: 'SGST', num: true, cell: (claim) => figure(claim.sgst) },
        { title: 'IGST', num: true, cell: (claim) => figure(claim.igst) },
        { title: 'Total', num: true, cell: (claim) => figure(claim.total) },
      ],
      goods.claims,
    ),
    number.element,
  ];
}
