/** What the buyer gets for goods the carrier could not deliver; submits remedy and decisionNote. */
import { why } from '../parts.js';
import { goodsTable, returnHead, returnOf } from './return.js';

export async function open(form) {
  const goods = await returnOf(form);
  const chosen = form.fields.choice({ name: 'remedy', label: 'The buyer gets', options: [{ value: 'REPLACEMENT', label: 'The goods once more' }, { value: 'CREDIT', label: 'A credit note' }] });
  const note = form.fields.text({ name: 'decisionNote', label: 'Remark', long: true, longest: 500 });
  return [
    returnHead('Undelivered', goods),
    why(goods.kindLabel, goods.note, goods.goodsComeBack ? 'The goods come back to the warehouse.' : 'Nothing comes back. Agree with the buyer what happens.'),
    goodsTable(goods), chosen.element, note.element,
  ];
}
