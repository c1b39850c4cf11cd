/** The sales desk sets the prices that are missing on the draft; it is priced again once the task is completed. Submits nothing. */
import { dealLink, el, head, why } from '../parts.js';
import { editableLines } from './editable-lines.js';
import { quoteOfDeal } from './quote.js';

export async function open(form) {
  const quote = await quoteOfDeal(form.variables.inquiryNumber);
  return [
    head('Complete prices · ' + quote.number, quote.buyerName, dealLink(quote.dealNumber)),
    why('The quote could not be priced', form.variables.problem || 'A price or a tax rate is missing.'),
    ...editableLines(form, quote),
    el('p.tf-soft.tf-small', {}, 'Where a tax rate is missing, finance enters it. Complete the task once all is there: the quote is then computed and goes on.'),
  ];
}
