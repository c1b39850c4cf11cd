/** Packing with a scanner: each scan puts goods into the open package; a package is closed with its weight. Scans are sent once each, in order. */
import { get, put, remove } from '/forms/api.js';
import { ScanQueue } from './scan-queue.js';

const root = document.getElementById('scan');
const number = root.dataset.number;
const path = '/shipments/' + encodeURIComponent(number) + '/packing';
const LOOK_AGAIN = 4000;
const KINDS = ['CARTON', 'CRATE', 'PALLET', 'DRUM', 'BAG', 'BUNDLE', 'PACKAGE'];

const code = document.getElementById('code');
let table = null;
let open = null;
let wantedBatchOf = null;

function el(kind, content, ...children) {
  const [tag, ...classes] = kind.split('.');
  const element = document.createElement(tag);
  element.className = classes.join(' ');
  if (content !== null && content !== undefined) {
    element.textContent = content;
  }
  element.append(...children.filter(Boolean));
  return element;
}

function button(text, kind, pressed) {
  const element = el('button.' + kind, text);
  element.type = 'button';
  element.addEventListener('click', pressed);
  return element;
}

function say(kind, message) {
  const answer = document.getElementById('answer');
  answer.className = 'scan-answer ' + kind;
  answer.textContent = message;
  if (navigator.vibrate) {
    navigator.vibrate(kind === 'bad' ? [200, 100, 200] : 60);
  }
}

function nextNumber() {
  return 1 + Math.max(0, ...table.packages.map((one) => one.packageNo));
}

const queue = new ScanQueue('tradeflow-packing-of-' + number, document.getElementById('queue'), heard, render);

function heard(answer) {
  table = answer.table || table;
  wantedBatchOf = answer.outcome === 'BATCH_WANTED' ? answer.line : null;
  say({ COUNTED: 'good', BATCH_WANTED: 'warn' }[answer.outcome] || 'bad', answer.message);
}

function render() {
  if (!table) {
    return;
  }
  open = open || (table.packages.find((one) => one.weightKg === null) || { packageNo: nextNumber() }).packageNo;
  const unpacked = table.lines.filter((line) => left(line) > 0);
  document.getElementById('progress').textContent = table.packages.length + (table.packages.length === 1 ? ' package' : ' packages') + (queue.isEmpty() ? '' : ' · ' + queue.waiting().length + ' on the way');
  document.querySelector('#finish button').disabled = !table.done || !queue.isEmpty() || queue.refused().length > 0;
  if (!isTyping()) {
    document.getElementById('card').replaceChildren(...card(table.packages.find((one) => one.packageNo === open)));
  }
  document.getElementById('lines').replaceChildren(
    el('h3', unpacked.length ? 'Still to pack' : 'All is packed'),
    ...unpacked.map(lineRow),
    table.packages.length ? el('h3', 'Packages') : null,
    ...table.packages.map(packageRow),
  );
}

function card(known) {
  const contents = known ? known.contents : [];
  const weight = field('Weight, kg', known ? known.weightKg : null);
  const sides = ['Length', 'Width', 'Height'].map((side) => field(side + ', cm', known && known.size ? known.size[side.toLowerCase() + 'Cm'] : null));
  const kind = el('select');
  kind.setAttribute('aria-label', 'Kind');
  KINDS.forEach((one) => kind.append(new Option(one.charAt(0) + one.slice(1).toLowerCase(), one, false, known ? known.kind === one : one === 'CARTON')));
  return [
    el('div.scan-bin', null, el('b', 'Package ' + open), known ? el('em', known.label) : null),
    ...(contents.length ? contents.map((content) => el('div.scan-content', null, el('b', plain(content.quantity.value) + ' ' + content.quantity.unit), el('span', ' ' + content.sku + (content.batch ? ' · ' + content.batch : '')))) : [el('div.soft', 'Empty: scan what goes in')]),
    el('div.scan-fields', null, kind, weight.label, ...sides.map((side) => side.label)),
    el('div.scan-two', null, button('Close package', '', () => close(kind.value, weight.input.value, sides.map((side) => side.input.value))), known ? button('Unpack', 'quiet', unpack) : null),
  ].filter(Boolean);
}

function field(text, value) {
  const input = el('input.num');
  input.inputMode = 'decimal';
  input.value = value === null || value === undefined ? '' : value;
  return { input, label: el('label', text, input) };
}

/** What is still on its way may belong into the package. */
function mustWait() {
  if (!queue.isEmpty()) {
    say('warn', 'Scans are still on their way. Wait until they are counted');
  }
  return !queue.isEmpty();
}

async function close(kind, weight, sides) {
  if (mustWait()) {
    return;
  }
  const decimal = (text) => (text.trim() ? text.trim().replace(',', '.') : null);
  const [lengthCm, widthCm, heightCm] = sides.map(decimal);
  const size = lengthCm || widthCm || heightCm ? { lengthCm, widthCm, heightCm } : null;
  try {
    table = await put(path + '/packages/' + open, { kind, weightKg: decimal(weight), size });
    say('good', 'Package ' + open + ' is closed');
    open = table.lines.some((line) => left(line) > 0) ? nextNumber() : open;
    render();
    code.focus();
  } catch (refusal) {
    say('bad', refusal.message);
  }
}

async function unpack() {
  if (mustWait()) {
    return;
  }
  try {
    table = await remove(path + '/packages/' + open);
    say('warn', 'Package ' + open + ' is taken apart');
    open = null;
    render();
    code.focus();
  } catch (refusal) {
    say('bad', refusal.message);
  }
}

function lineRow(line) {
  const put = button(null, 'scan-line', () => send({ code: line.batch || line.sku, sku: line.batch ? line.sku : null, quantity: left(line) }));
  put.setAttribute('aria-label', 'Put all of ' + line.sku + ' in');
  put.append(el('b', line.sku), el('span', line.description + (line.batch ? ' · batch ' + line.batch : '')), el('span.num', plain(left(line)) + ' ' + line.quantity.unit), el('small', 'Tap to put all of it in'));
  return put;
}

function packageRow(one) {
  const row = button(null, 'scan-line' + (one.weightKg === null ? '' : '.done') + (one.packageNo === open ? '.here' : ''), () => {
    open = one.packageNo;
    render();
  });
  row.append(el('b', 'No. ' + one.packageNo), el('span', one.contents.map((content) => plain(content.quantity.value) + ' ' + content.sku).join(', ')), el('span.num', one.weightKg === null ? 'not weighed' : one.weightKg + ' kg'), el('small', one.label));
  return row;
}

const plain = (value) => String(Number(value));

/** What of a line is in no package yet, without the noise of binary fractions. */
const left = (line) => Number((Number(line.quantity.value) - Number(line.packed)).toFixed(6));

function send(scan) {
  queue.add(path + '/scans', { packageNo: open, ...scan }, scan.code);
}

function isTyping() {
  return document.activeElement !== code && ['INPUT', 'SELECT'].includes(document.activeElement.tagName);
}

async function look() {
  if (queue.isEmpty() && !isTyping()) {
    try {
      const seen = await get(path);
      if (queue.isEmpty() && !isTyping()) {
        table = seen;
        render();
      }
    } catch (refusal) {
      if ((refusal.status === 404 || refusal.status === 409) && queue.isEmpty() && queue.refused().length === 0) {
        location.reload();
      }
    }
  }
  setTimeout(look, LOOK_AGAIN);
}

document.getElementById('scan-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const scanned = code.value.trim();
  code.value = '';
  if (scanned) {
    send({ code: scanned, sku: wantedBatchOf });
  }
});
document.getElementById('keyboard').addEventListener('click', () => {
  code.inputMode = code.inputMode === 'none' ? 'text' : 'none';
  code.focus();
});
document.addEventListener('keydown', () => {
  if (document.activeElement === document.body) {
    code.focus();
  }
});
code.focus();
queue.send();
look();
