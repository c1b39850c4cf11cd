/**
 * Picking with a scanner in one hand. A keyboard wedge types the code and Enter; every scan goes to the server with an id of its own, so that
 * one sent again after a lost connection or a reload counts once. What waits for the network is kept on the device.
 */
import { get, post } from '/forms/api.js';

const root = document.getElementById('scan');
const number = root.dataset.number;
const path = '/pick-lists/' + encodeURIComponent(number);
const waitingKey = 'tradeflow-scans-' + number;
const LOOK_AGAIN = 4000;
const TRY_AGAIN = 2000;

const code = document.getElementById('code');
let list = null;
let bin = null;
let wantedBatchOf = null;
let chosen = null;
let isSending = false;
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
const waiting = () => JSON.parse(localStorage.getItem(waitingKey) || '[]');
const keepWaiting = (scans) => (scans.length ? localStorage.setItem(waitingKey, JSON.stringify(scans)) : localStorage.removeItem(waitingKey));

function newId() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  // plain http on a handheld has no randomUUID
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte, at) => (at === 6 ? (byte & 15) | 64 : at === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Loud in words and colour; vibration where the device has it. */
function say(kind, message) {
  const answer = document.getElementById('answer');
  answer.className = 'scan-answer ' + kind;
  answer.textContent = message;
  if (navigator.vibrate) {
    navigator.vibrate(kind === 'bad' ? [200, 100, 200] : 60);
  }
}

function send(address, body) {
  keepWaiting([...waiting(), { address, body: { id: newId(), ...body } }]);
  empty();
}

/** Sends what waits, one after the other, in the order it was scanned. */
async function empty() {
  if (isSending) {
    return;
  }
  isSending = true;
  try {
    for (let scans = waiting(); scans.length; scans = waiting()) {
      const [first] = scans;
      try {
        heard(await post(first.address, first.body));
      } catch (refusal) {
        if (refusal.status === 0 || refusal.status >= 500) {
          say('warn', scans.length + (scans.length === 1 ? ' scan waits' : ' scans wait') + ' for the network. Go on, nothing is lost');
          setTimeout(empty, TRY_AGAIN);
          return;
        }
        if (refusal.status === 404) {
          location.reload();
        }
        say('bad', refusal.message);
      }
      keepWaiting(waiting().slice(1));
    }
  } finally {
    isSending = false;
    render();
  }
}

function heard(answer) {
  list = answer.list;
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

function setQuantity(line, quantity) {
  send(path + '/lines/' + line.shipmentNumber + '/' + line.lineNo + '/quantity', { quantity });
}

function render() {
  if (!list) {
    return;
  }
  const done = list.lines.filter((line) => line.done).length;
  document.getElementById('progress').textContent = done + ' of ' + list.lines.length;
  document.querySelector('#finish button').disabled = !list.done || waiting().length > 0;
  document.getElementById('card').replaceChildren(...(current() ? card(current()) : [el('div.scan-all', 'All lines are done. Press Done')]));
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
    setQuantity(line, typed.value.replace(',', '.'));
    code.focus();
  });
  return el(
    'div.scan-buttons',
    null,
    button('−1', 'quiet', () => setQuantity(line, Math.max(0, subtract(line.picked, 1)))),
    typed,
    button('+1', 'quiet', () => setQuantity(line, Math.min(Number(line.planned), subtract(line.picked, -1)))),
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
    send(path + '/lines/' + line.shipmentNumber + '/' + line.lineNo + '/short', { reason });
  };
  other.addEventListener('change', () => other.value.trim() && close(other.value.trim()));
  return el(
    'div.scan-reasons',
    null,
    ...['Bin is empty', 'Damaged', 'Not enough there'].map((reason) => button(reason, 'quiet', () => close(reason))),
    other,
    button('Back', 'link-button', () => {
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
  if (waiting().length === 0 && !isSending) {
    try {
      const seen = await get(path);
      if (waiting().length === 0 && !isSending && !isTyping()) {
        list = seen;
        render();
      }
    } catch (refusal) {
      if (refusal.status === 404) {
        location.reload();
      }
    }
  }
  setTimeout(look, LOOK_AGAIN);
}

/** Somebody is writing a quantity or a reason: the card must not be drawn anew under their fingers. */
function isTyping() {
  return document.activeElement !== code && document.activeElement.tagName === 'INPUT';
}

document.getElementById('scan-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const scanned = code.value.trim();
  code.value = '';
  if (scanned) {
    send(path + '/scans', { code: scanned, bin, sku: wantedBatchOf });
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
window.addEventListener('online', empty);
code.focus();
empty();
look();
