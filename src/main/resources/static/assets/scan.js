/**
 * Picking with a scanner in one hand. A keyboard wedge types the code and Enter; every scan goes to the server with an id of its own, so that
 * one sent again after a lost connection, a sign-out or a reload counts once. What waits is kept on the device.
 */
import { get } from '/forms/api.js';
import { ScanQueue } from './scan-queue.js';

const root = document.getElementById('scan');
const number = root.dataset.number;
const path = '/pick-lists/' + encodeURIComponent(number);
const LOOK_AGAIN = 4000;

const code = document.getElementById('code');
let list = null;
let bin = null;
let wantedBatchOf = null;
let chosen = null;
let shortFor = null;

function el(kind, content, ...children) {
  const [tag, ...classes] = kind.split('.');
  const element = document.createElement(tag || 'div');
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
  element.addEventListener('click', () => {
    pressed();
    code.focus();
  });
  return element;
}

const key = (line) => line.shipmentNumber + '/' + line.lineNo;
/** Loud in words and colour; vibration where the device has it. */
function say(kind, message) {
  const answer = document.getElementById('answer');
  answer.className = 'scan-answer ' + kind;
  answer.textContent = message;
  if (navigator.vibrate) {
    navigator.vibrate(kind === 'bad' ? [200, 100, 200] : 60);
  }
}

const queue = new ScanQueue('tradeflow-picking-' + number, document.getElementById('queue'), heard, render);

function heard(answer) {
  list = answer.list || list;
  if (answer.outcome === 'COUNTED') {
    wantedBatchOf = null;
    chosen = answer.line && !find(answer.line)?.done ? answer.line : null;
    say('good', answer.message);
  } else if (answer.outcome === 'RIGHT_BIN') {
    bin = answer.line;
    chosen = null;
    say('good', answer.message);
  } else if (answer.outcome === 'BATCH_WANTED') {
    wantedBatchOf = answer.line;
    say('warn', answer.message);
  } else {
    say('bad', answer.message);
  }
}

const find = (lineKey) => list.lines.find((line) => key(line) === lineKey);

function current() {
  return (chosen && find(chosen)) || list.lines.find((line) => !line.done && line.bin === bin) || list.lines.find((line) => !line.done) || null;
}

const of = (line) => path + '/lines/' + line.shipmentNumber + '/' + line.lineNo;

/** The server adds, so that two quick presses count twice though the screen shows the second one late. */
function add(line, change) {
  queue.add(of(line) + '/quantity', { change }, (change > 0 ? '+' : '−') + '1 of ' + line.sku);
}

function render() {
  if (!list) {
    return;
  }
  const done = list.lines.filter((line) => line.done).length;
  const waiting = queue.waiting().length;
  document.getElementById('progress').textContent = done + ' of ' + list.lines.length + (waiting ? ' · ' + waiting + ' on the way' : '');
  document.querySelector('#finish button').disabled = !list.done || waiting > 0 || queue.refused().length > 0;
  if (!isTyping()) {
    document.getElementById('card').replaceChildren(...(current() ? card(current()) : [el('div.scan-all', 'All lines are done. Press Done')]));
  }
  document.getElementById('lines').replaceChildren(...list.lines.map(row));
}

function card(line) {
  const left = el('div.scan-left', null, el('b', String(Math.max(0, subtract(line.planned, line.picked)))), el('span', ' of ' + line.planned + ' ' + line.unit + ' to pick'));
  return [
    el('div.scan-bin', null, el('span', line.zone || ''), el('b', line.bin || 'no bin'), line.tote ? el('em', 'Tote ' + line.tote) : null),
    el('div.scan-what', line.description),
    el('div.scan-sku', null, el('b', line.sku), line.batch ? el('span', 'Batch ' + line.batch) : null, line.expiresOn ? el('span', 'expires ' + line.expiresOn) : null),
    left,
    line.packages ? el('div.soft', line.packages) : null,
    line.shortReason ? el('div.scan-short', 'Closed short: ' + line.shortReason) : null,
    shortFor === key(line) ? shortForm(line) : buttons(line),
  ].filter(Boolean);
}

function buttons(line) {
  const typed = el('input.num');
  typed.value = line.picked;
  typed.inputMode = 'decimal';
  typed.setAttribute('aria-label', 'Picked');
  typed.addEventListener('change', () => {
    if (!typed.value.trim()) {
      return;
    }
    code.focus();
    queue.add(of(line) + '/quantity', { quantity: typed.value.replace(',', '.') }, typed.value + ' of ' + line.sku);
  });
  return el(
    'div.scan-buttons',
    null,
    button('−1', 'quiet', () => add(line, -1)),
    typed,
    button('+1', 'quiet', () => add(line, 1)),
    button('Short…', 'quiet', () => {
      shortFor = key(line);
      render();
    }),
  );
}

function shortForm(line) {
  const other = el('input');
  other.placeholder = 'other reason';
  other.setAttribute('aria-label', 'Other reason');
  const close = (reason) => {
    shortFor = null;
    code.focus();
    queue.add(of(line) + '/short', { reason }, line.sku + ' closed short');
  };
  other.addEventListener('change', () => other.value.trim() && close(other.value.trim()));
  return el(
    'div.scan-reasons',
    null,
    ...['Bin is empty', 'Damaged', 'Not enough there'].map((reason) => button(reason, 'quiet', () => close(reason))),
    other,
    button('Back', 'quiet.back', () => {
      shortFor = null;
      render();
    }),
  );
}

/** Decimals without the noise of binary fractions. */
function subtract(from, what) {
  return Number((Number(from) - Number(what)).toFixed(6));
}

function row(line) {
  const element = button(null, 'scan-line' + (line.done ? '.done' : '') + (line.shortReason ? '.short' : '') + (current() && key(current()) === key(line) ? '.here' : ''), () => {
    chosen = key(line);
    render();
  });
  element.append(
    el('b', line.bin || '–'),
    el('span', line.sku + (line.batch ? ' · ' + line.batch : '') + (line.tote ? ' · tote ' + line.tote : '')),
    el('span.num', line.picked + '/' + line.planned),
    el('small', line.pickedBy || ''),
  );
  return element;
}

async function look() {
  if (isQuiet()) {
    try {
      const seen = await get(path);
      if (isQuiet()) {
        list = seen;
        render();
      }
    } catch (refusal) {
      if (refusal.status === 404 && queue.isEmpty() && queue.refused().length === 0) {
        location.reload();
      }
    }
  }
  setTimeout(look, LOOK_AGAIN);
}

const isQuiet = () => queue.isEmpty() && !isTyping();

/** Somebody is writing a quantity or a reason: the card must not be drawn anew under their fingers. */
function isTyping() {
  return document.activeElement !== code && document.activeElement.tagName === 'INPUT';
}

document.getElementById('scan-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const scanned = code.value.trim();
  code.value = '';
  if (scanned) {
    queue.add(path + '/scans', { code: scanned, bin, sku: wantedBatchOf }, scanned);
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
