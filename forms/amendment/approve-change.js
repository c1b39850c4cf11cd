/** The approver decides on a change of an order; submits decision and comment. */
import { why } from '../parts.js';
import { changeShown } from './change.js';

export async function open(form) {
  const shown = await changeShown(form.variables.orderNumber, form.variables.changeNumber);
  const chosen = form.fields.choice({
    name: 'decision',
    label: 'Decision',
    options: [
      { value: 'APPROVED', label: 'Approve' },
      { value: 'REJECTED', label: 'Reject: the order stays as it is' },
    ],
  });
  const comment = form.fields.text({
    name: 'comment', label: 'Comment', long: true, longest: 2000,
    required: () => chosen.read() === 'REJECTED', missing: 'Say in at least 5 characters why it does not pass',
  });
  return [shown[0], why(form.variables.approvalReason), ...shown.slice(1), chosen.element, comment.element];
}
