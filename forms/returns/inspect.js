/** Quality says where the goods of each line go; submits restock, quarantine, scrap and note. */
import { el, table } from '../parts.js';
import { compare, quantity } from '../formats.js';
import { quantityByLine } from '../fulfilment/shipment.js';
import { goodsColumns, photos, reason, returnHead, returnOf } from './return.js';

export async function open(form) {
  const goods = await returnOf(form);
  const lines = goods.lines.filter((line) => Number(line.received) > 0).map((line) => ({ ...line, quantity: line.received }));
  const restock = quantityByLine(form, { variable: 'restock', title: 'Restock', initial: (line) => String(line.received) });
  const quarantine = quantityByLine(form, { variable: 'quarantine', title: 'Quarantine', initial: () => '0' });
  const scrap = quantityByLine(form, { variable: 'scrap', title: 'Scrap', initial: () => '0' });
  form.fields.extra = () => ({ ...restock.variable(), ...quarantine.variable(), ...scrap.variable() });
  const columns = [goodsColumns[0], goodsColumns[1], goodsColumns[2], { title: 'Arrived', num: true, cell: (line) => quantity(line.received, line.unit) }, restock.column, quarantine.column, scrap.column];
  const note = form.fields.text({
    name: 'note', label: 'Finding', long: true, longest: 500, required: () => isAny(quarantine.read()) || isAny(scrap.read()), missing: 'Say what is wrong with what does not go back into stock',
  });
  return [
    returnHead('Inspect', goods), reason(goods), photos(goods), table(columns, lines),
    el('p.tf-soft.tf-small', {}, 'Restock, quarantine and scrap together are what arrived.'), note.element,
  ];
}

function isAny(byLine) {
  return Object.values(byLine).some((value) => /^\d+(\.\d+)?$/.test(value) && compare(value, '0') > 0);
}
