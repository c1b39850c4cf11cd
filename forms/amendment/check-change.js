/** The sales desk looks at a change that the buyer wants; submits changeDecision and changeNote. */
import { changeShown } from './change.js';

export async function open(form) {
  const shown = await changeShown(form.variables.orderNumber, form.variables.changeNumber);
  const chosen = form.fields.choice({
    name: 'changeDecision',
    label: 'Decision',
    options: [
      { value: 'ACCEPT', label: 'It can be done: ask for the approvals it needs' },
      { value: 'REFUSE', label: 'Refuse: the order stays as it is' },
    ],
  });
  const told = form.fields.text({
    name: 'changeNote', label: 'What the buyer is told', long: true, longest: 500,
    required: () => chosen.read() === 'REFUSE', missing: 'Say why the order is not changed; the buyer is told',
  });
  return [...shown, chosen.element, told.element];
}
