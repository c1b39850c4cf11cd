/** The sales desk enters the prices that are missing; the quote is priced again once the task is completed. Submits nothing. */
import { get, put } from '../api.js';
import { dealLink, el, head, table, twoLines, why } from '../parts.js';
import { date, quantity } from '../formats.js';

export async function open(form) {
  const { inquiryNumber, buyerName, problem } = form.variables;
  const inquiry = await get('/inquiries/' + encodeURIComponent(inquiryNumber));
  const prices = new Map();
  const lines = table(
    [
      { title: '#', num: true, cell: (line) => line.lineNo },
      { title: 'Product', cell: (line) => twoLines(line.sku, line.note) },
      { title: 'Quantity', num: true, cell: (line) => quantity(line.quantity, line.unit) },
      { title: 'Price for this buyer', num: true, cell: (line) => priceField(form, prices, line) },
    ],
    inquiry.lines,
  );
  return [
    head('Inquiry ' + inquiry.number, (buyerName || inquiry.buyerCode) + ' · needed by ' + date(inquiry.neededBy), dealLink(inquiry.number)),
    problem ? why('The quote could not be priced', problem) : null,
    lines,
    saving(form, inquiry, prices),
    el('p.tf-soft.tf-small', {}, 'A price entered here counts for this buyer from today on, in the buyer\'s currency and from any quantity. Where a tax rate is missing, finance enters it. Complete the task to price the inquiry again.'),
  ];
}

function priceField(form, prices, line) {
  const field = form.fields.number({
    name: 'price-' + line.lineNo,
    title: 'Price of ' + line.sku,
    required: false,
    moreThan: '0',
    submit: false,
    placeholder: 'per ' + line.unit,
  });
  field.inputs[0].addEventListener('input', () => form.hold('unsaved', [...prices.keys()].some((each) => each.read() !== '')));
  prices.set(field, line.sku);
  return field.element;
}

function saving(form, inquiry, prices) {
  const done = el('span.tf-done', { role: 'status' });
  const button = el('button.tf-button', { type: 'button' }, 'Save the prices entered');
  button.addEventListener('click', async () => {
    const entered = [...prices].filter(([field]) => field.read() !== '');
    if (entered.length === 0 || !form.fields.isValid()) {
      form.fields.reveal();
      return;
    }
    button.disabled = true;
    done.textContent = '';
    try {
      await put('/buyers/' + encodeURIComponent(inquiry.buyerCode) + '/prices', {
        prices: entered.map(([field, sku]) => ({ sku, unitPrice: field.read() })),
      });
      entered.forEach(([field]) => { field.inputs[0].value = ''; });
      form.hold('unsaved', false);
      done.textContent = entered.length === 1 ? 'One price saved' : entered.length + ' prices saved';
    } catch (error) {
      form.refused(error);
    }
    button.disabled = false;
  });
  return el('div.tf-actions', {}, button, done);
}
