/*
 * The way from a task or a process instance to the deal's page. The number of the deal is the business key. Built from elements, never from
 * text as markup: names come from buyers.
 */
const element = (name, text, attributes = {}) => {
  const made = document.createElement(name);
  made.textContent = text;
  Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
  return made;
};

const show = (node, dealNumber, facts) => {
  const page = element('section', '', { class: 'tradeflow-deal' });
  if (!dealNumber) {
    page.append(element('p', 'This does not belong to a deal.'));
    node.replaceChildren(page);
    return;
  }
  page.append(element('h4', `Deal ${dealNumber}`));
  const list = element('dl', '', { class: 'dl-horizontal' });
  facts.filter(([, value]) => value).forEach(([label, value]) => list.append(element('dt', label), element('dd', value)));
  page.append(list);
  page.append(
    element('a', 'Open the deal: timeline, documents and whose turn it is', {
      class: 'btn btn-default',
      href: `/desk/deals/${encodeURIComponent(dealNumber)}`,
      target: '_blank',
      rel: 'noopener',
    }),
  );
  node.replaceChildren(page);
};

const fail = (node, error) => {
  node.replaceChildren(element('p', `The deal cannot be shown (${error.message}).`, { class: 'text-danger' }));
};

const read = async url => {
  const answer = await fetch(url, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${answer.statusText}`.trim());
  }
  return answer.json();
};

/** Into a node that may have been given to something else by the time the answer comes. */
const fill = (node, loading) => {
  node.replaceChildren(element('p', 'Loading the deal…'));
  loading.then(([dealNumber, facts]) => show(node, dealNumber, facts)).catch(error => fail(node, error));
};

const references = [
  ['Buyer', 'buyerName'],
  ['Quote', 'quoteNumber'],
  ['Order', 'orderNumber'],
  ['Shipment', 'shipmentNumber'],
  ['Invoice', 'invoiceNumber'],
];

const ofTask = async taskId => {
  const task = await read(`/api/v1/tasks/${encodeURIComponent(taskId)}`);
  return [task.dealNumber, references.map(([label, name]) => [label, task.references[name]])];
};

const ofInstance = async (engineApi, id) => {
  const instance = await read(`${engineApi}/process-instance/${encodeURIComponent(id)}`);
  return [instance.businessKey, []];
};

export const taskTab = {
  id: 'tradeflow.task.deal',
  pluginPoint: 'tasklist.task.detail',
  priority: 5,
  label: 'Deal',
  properties: { label: 'Deal' },
  render: (node, { taskId }) => fill(node, ofTask(taskId)),
  unmount() {},
};

export const instanceTab = {
  id: 'tradeflow.instance.deal',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 5,
  label: 'Deal',
  properties: { label: 'Deal' },
  render: (node, { api, processInstanceId }) => fill(node, ofInstance(api.engineApi, processInstanceId)),
  unmount() {},
};

export default [taskTab, instanceTab];
