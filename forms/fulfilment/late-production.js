/** The stock planner enters the day the plant names now; submits newDate. */
import { get } from '../api.js';
import { dealLink, head, link, why } from '../parts.js';
import { date, quantity } from '../formats.js';

export async function open(form) {
  const request = await get('/production-requests/' + encodeURIComponent(form.variables.productionNumber));
  const newDate = form.fields.text({ name: 'newDate', kind: 'date', label: 'The plant expects it on', required: true, missing: 'Which day does the plant name?' });
  return [
    head('Production ' + request.number, request.sku + ' · ' + quantity(request.quantity, request.unit) + ' for order ' + request.orderNumber, dealLink(request.dealNumber)),
    why('Late', 'The goods were expected on ' + date(request.expectedOn) + ' and are not booked in.', 'The buyers that wait are told the new day.'),
    link('All production requests', '/desk/production'),
    newDate.element,
  ];
}
