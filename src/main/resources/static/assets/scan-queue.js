/**
 * Scans on their way to the server. Each has an id of its own and is kept on the device until it was answered: a lost connection, a sign-out
 * or a reload loses none and counts none twice. They go one after the other, in the order they were made. What the server will never take is
 * set aside with its reason until somebody tries it again or puts it away.
 */
import { post } from '/forms/api.js';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;
/** As often a fault of the server may hit the same scan before it makes way for the ones behind it. */
const MOST_FAULTS = 5;
const SIGNED_OUT = [401, 403];
const BUSY = [0, 408, 425, 429, 502, 503, 504];

export class ScanQueue {
  /**
   * @param name tells the lists of one device apart
   * @param place element that says what waits and what was refused
   * @param heard takes the server's answer to a scan
   * @param changed called when more or less waits than before
   */
  constructor(name, place, heard, changed) {
    this.key = name;
    this.place = place;
    this.heard = heard;
    this.changed = changed;
    this.stalled = null;
    this.isSending = false;
    this.wait = FIRST_WAIT;
    this.faults = 0;
    this.unstored = null;
    for (const event of ['online', 'focus', 'pageshow']) {
      window.addEventListener(event, () => this.send());
    }
    window.addEventListener('storage', () => this.show());
  }

  /** @param label how a person knows the scan again, should it be refused */
  add(address, body, label) {
    this.keep({ ...this.kept(), waiting: [...this.waiting(), { id: newId(), address, body, label }] });
    this.show();
    this.send();
  }

  waiting() {
    return this.kept().waiting;
  }

  refused() {
    return this.kept().refused;
  }

  isEmpty() {
    return this.waiting().length === 0;
  }

  async send() {
    if (this.isSending) {
      return;
    }
    this.isSending = true;
    clearTimeout(this.timer);
    try {
      for (let scan = this.waiting()[0]; scan; scan = this.waiting()[0]) {
        let answer;
        try {
          answer = await post(scan.address, { ...scan.body, id: scan.id });
        } catch (refusal) {
          if (!this.setAside(scan, refusal)) {
            return;
          }
          continue;
        }
        this.answered(scan);
        this.heard(answer);
      }
    } finally {
      this.isSending = false;
      this.show();
    }
  }

  /** Whether the next may be sent: what the server cannot take now keeps its place, what it will not take gives way. */
  setAside(scan, refusal) {
    const isFault = refusal.status >= 500 && !BUSY.includes(refusal.status);
    this.faults = isFault ? this.faults + 1 : 0;
    if (SIGNED_OUT.includes(refusal.status) || BUSY.includes(refusal.status) || (isFault && this.faults < MOST_FAULTS)) {
      this.stalled = refusal;
      this.timer = setTimeout(() => this.send(), this.wait);
      this.wait = Math.min(LONGEST_WAIT, this.wait * 2);
      return false;
    }
    this.answered(scan);
    const reason = refusal.violations.length ? refusal.violations.map((one) => one.message).join('. ') : refusal.message;
    this.keep({ ...this.kept(), refused: [...this.refused(), { ...scan, reason }] });
    this.heard({ outcome: 'REFUSED', message: reason, status: refusal.status });
    return true;
  }

  answered(scan) {
    this.stalled = null;
    this.wait = FIRST_WAIT;
    this.faults = 0;
    this.keep({ ...this.kept(), waiting: this.waiting().filter((one) => one.id !== scan.id) });
  }

  dismiss(scan) {
    this.keep({ ...this.kept(), refused: this.refused().filter((one) => one.id !== scan.id) });
    this.show();
  }

  again(scan) {
    this.keep({ refused: this.refused().filter((one) => one.id !== scan.id), waiting: [...this.waiting(), { ...scan, reason: undefined }] });
    this.show();
    this.send();
  }

  show() {
    const rows = this.refused().map((scan) => this.refusedRow(scan));
    if (this.stalled && !this.isEmpty()) {
      rows.unshift(this.stalledRow());
    }
    this.place.replaceChildren(...rows);
    this.changed();
  }

  stalledRow() {
    const count = this.waiting().length;
    const row = element('div', 'scan-waits');
    const why = SIGNED_OUT.includes(this.stalled.status) ? (this.stalled.status === 401 ? 'you are signed out.' : this.stalled.message + '.') : this.stalled.status === 0 ? 'there is no connection.' : this.stalled.status === 429 ? 'the server asks for patience.' : 'the server has a fault.';
    row.append(element('b', '', count + (count === 1 ? ' scan waits: ' : ' scans wait: ')), why + ' ');
    if (SIGNED_OUT.includes(this.stalled.status)) {
      const link = element('a', '', 'Sign in again');
      link.href = location.pathname;
      row.append(link, ', what waits is sent then. ');
    }
    row.append(element('span', '', 'Nothing is lost; go on scanning.'));
    return row;
  }

  refusedRow(scan) {
    const row = element('div', 'scan-refused');
    row.append(element('span', '', scan.label + ' was refused: ' + scan.reason), press('Try again', () => this.again(scan)), press('Dismiss', () => this.dismiss(scan)));
    return row;
  }

  kept() {
    let stored = this.unstored;
    try {
      stored = stored || JSON.parse(localStorage.getItem(this.key));
    } catch (unreadable) {
      stored = null;
    }
    return stored && Array.isArray(stored.waiting) ? stored : { waiting: [], refused: [] };
  }

  keep(scans) {
    try {
      if (scans.waiting.length || scans.refused.length) {
        localStorage.setItem(this.key, JSON.stringify(scans));
      } else {
        localStorage.removeItem(this.key);
      }
      this.unstored = null;
    } catch (full) {
      // a device without room keeps them as long as the page is open
      this.unstored = scans;
    }
  }
}

function element(tag, kind, text) {
  const made = document.createElement(tag);
  made.className = kind;
  made.textContent = text === undefined ? '' : text;
  return made;
}

function press(text, pressed) {
  const made = element('button', 'quiet', text);
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}

function newId() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  // plain http on a handheld has no randomUUID
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte, at) => (at === 6 ? (byte & 15) | 64 : at === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
