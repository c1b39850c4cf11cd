/** Whether goods may come back; submits decision and decisionNote. */
import { goodsTable, photos, reason, returnHead, returnOf } from './return.js';

export async function open(form) {
  const goods = await returnOf(form);
  const chosen = form.fields.choice({ name: 'decision', label: 'Decision', options: [{ value: 'APPROVED', label: 'Approve' }, { value: 'REFUSED', label: 'Refuse' }] });
  const note = form.fields.text({ name: 'decisionNote', label: 'Reason', long: true, longest: 500, required: () => chosen.read() === 'REFUSED', missing: 'Say why it is refused; the buyer is told' });
  return [returnHead('Return', goods), reason(goods), photos(goods), goodsTable(goods), chosen.element, note.element];
}
