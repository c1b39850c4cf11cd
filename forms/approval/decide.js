/**
 * The approver's decision on a quote, on one screen; submits decision and comment.
 *
 * By keyboard, outside of text: A approves, B sends back, R rejects, C goes to the comment, N and W switch the lines; with Alt also inside
 * of text. Only Ctrl+Enter, or the button, completes: Enter alone decides nothing.
 */
import { get } from '../api.js';
import { dealLink, el, link, why } from '../parts.js';
import { date, figure, money, moment, percent, spoken } from '../formats.js';
import { caseLines } from './case-lines.js';
import { creditBar } from './credit-bar.js';
import { OUTCOMES, decided } from './decided.js';

/** How often it is asked whether somebody else was quicker, in milliseconds. */
const LOOK_AGAIN = 20000;

export async function open(form) {
  const path = '/approval-cases/' + encodeURIComponent(form.variables.approvalId);
  const approval = await get(path);
  if (approval.decision && (approval.decision.outcome || approval.decision.voidReason)) {
    form.hold('decided', true);
    return decided(approval);
  }
  const lines = caseLines(approval);
  const decision = decisionFields(form);
  watchForOthers(form, approval);
  listenToKeys(form, { ...lines.keys, ...decision.keys });
  return [
    header(approval),
    reasons(approval),
    el('div.tf-side', {}, creditBar(approval.credit, approval.quote.currency), changes(approval), others(approval)),
    lines.element,
    decision.element,
  ];
}

function header(approval) {
  const { quote, totals } = approval;
  return el(
    'header.tf-case',
    {},
    el('div.tf-head', {}, el('h2', {}, quote.buyerName), el('span.tf-soft', {}, quote.number + ', revision ' + quote.revision + ' · prepared by ' + quote.preparedBy + ' · valid until ' + date(quote.validUntil)), link('PDF', '/api/v1/quotes/' + encodeURIComponent(quote.number) + '/preview.pdf'), dealLink(quote.dealNumber)),
    el(
      'dl.tf-figures',
      {},
      fact('Net', spoken(totals.netTotal, quote.currency), composition(totals, quote.currency)),
      fact('Discount', percent(totals.discount), 'off ' + money(totals.listTotal, quote.currency)),
      fact('Margin', percent(totals.margin), 'over standard cost', approval.lines.some((line) => line.asksFor.length > 0) && approval.kind === 'MARGIN'),
      fact('With tax', spoken(totals.grandTotal, quote.currency), quote.inWords),
      quote.neededBy ? fact('Needed by', date(quote.neededBy), quote.urgency === 'NORMAL' ? 'as usual' : quote.urgency.toLowerCase()) : null,
    ),
  );
}

/** The net as it is put together, where more than goods are in it. */
function composition(totals, currency) {
  const parts = [['−', totals.documentDiscount, 'discount'], ['+', totals.freight, 'freight'], ['+', totals.packing, 'packing'], ['+', totals.insurance, 'insurance']]
    .filter(([, amount]) => amount > 0)
    .map(([sign, amount, name]) => sign + ' ' + figure(amount) + ' ' + name);
  return parts.length === 0 ? money(totals.netTotal, currency) : 'goods ' + figure(totals.goodsTotal) + ' ' + parts.join(' ');
}

function fact(label, value, detail, isLow) {
  return el(isLow ? 'div.tf-low' : 'div', {}, el('dt', {}, label), el('dd', {}, el('b', {}, value), detail ? el('span.tf-soft', { title: detail }, detail) : null));
}

function reasons(approval) {
  return why(
    'Your approval: ' + inWords(approval.kind) + (approval.levels > 1 ? ', level ' + approval.level + ' of ' + approval.levels : ''),
    approval.rules.length > 0 ? approval.rules.join('; ') : approval.reason,
    approval.kind === 'TERMS' && approval.quote.usualPayment ? 'Payment terms asked for: ' + approval.quote.payment + '. The buyer has: ' + approval.quote.usualPayment + '.' : null,
    approval.kind === 'TERMS' ? 'Terms: ' + approval.quote.terms : null,
    approval.current ? null : 'The quote was changed since this approval was asked for: a decision here no longer counts for it.',
  );
}

function changes(approval) {
  return (approval.changes || []).length === 0
    ? null
    : el('section', {}, el('h3', {}, 'Changed since the last revision'), el('ul.tf-small', {}, approval.changes.map((change) => el('li', {}, change))));
}

function others(approval) {
  return approval.others.length === 0
    ? null
    : el(
        'section',
        {},
        el('h3', {}, 'Other decisions on this quote'),
        el(
          'ul.tf-small.tf-others',
          {},
          approval.others.map((other) =>
            el(
              'li',
              {},
              el('b', {}, inWords(other.kind) + (other.revision === approval.quote.revision ? '' : ' (revision ' + other.revision + ')')),
              ' ' + (other.outcome ? OUTCOMES[other.outcome] + ' by ' + other.decidedBy + (other.onBehalfOf ? ' for ' + other.onBehalfOf : '') + ', ' + moment(other.decidedAt) : other.voidReason ? '' : 'is open'),
              other.voidReason ? el('span.tf-soft', {}, ' (counts no more: ' + other.voidReason + ')') : null,
              other.comment ? el('span.tf-soft', {}, ' “' + other.comment + '”') : null,
            ),
          ),
        ),
      );
}

function decisionFields(form) {
  const chosen = form.fields.choice({
    name: 'decision',
    missing: 'Decide one way or the other',
    options: [
      { value: 'APPROVED', label: withKey('Approve', 'A') },
      { value: 'SENT_BACK', label: withKey('Send back', 'B') },
      { value: 'REJECTED', label: withKey('Reject', 'R') },
    ],
  });
  const comment = form.fields.text({
    name: 'comment',
    title: 'Comment',
    placeholder: 'Comment (needed unless you approve)',
    long: true,
    longest: 2000,
    required: () => ['SENT_BACK', 'REJECTED'].includes(chosen.read()),
    missing: 'Say why, so that the sales desk knows what to change',
    check: (text) => (chosen.read() !== 'APPROVED' && text.length < 5 ? 'Say it in at least 5 characters' : null),
  });
  const button = el('button.tf-button.tf-main', { type: 'button', disabled: true }, 'Complete');
  button.addEventListener('click', () => form.complete());
  const names = { APPROVED: 'Approve', SENT_BACK: 'Send back', REJECTED: 'Reject' };
  form.onChange = (mayComplete) => {
    button.disabled = !mayComplete;
    button.textContent = names[chosen.read()] || 'Complete';
  };
  const choose = (index) => () => {
    chosen.inputs[index].click();
    chosen.inputs[index].focus();
  };
  return {
    element: el('section.tf-decision', { 'aria-label': 'Decision' }, chosen.element, comment.element, button, el('p.tf-soft.tf-small.tf-keys', {}, 'Keys: ', keys('A', 'B', 'R'), ' decide, ', keys('C'), ' comment, then ', keys('Ctrl+Enter'), ' completes')),
    keys: { a: choose(0), b: choose(1), r: choose(2), c: () => comment.inputs[0].focus() },
  };
}

function withKey(text, key) {
  return el('span', {}, text + ' ', el('kbd', {}, key));
}

function keys(...names) {
  return el('span', {}, names.map((name) => el('kbd', {}, name)));
}

function listenToKeys(form, actions) {
  const listener = (event) => {
    if (!form.root.isConnected) {
      document.removeEventListener('keydown', listener);
      return;
    }
    const isText = event.target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])');
    if (event.key === 'Enter') {
      if (event.ctrlKey) {
        event.preventDefault();
        form.complete();
      } else if (form.root.contains(event.target) && event.target.matches('input')) {
        event.preventDefault();
      }
      return;
    }
    const action = actions[event.key.toLowerCase()];
    if (action && !event.ctrlKey && !event.metaKey && (event.altKey || !isText)) {
      event.preventDefault();
      action();
    }
  };
  document.addEventListener('keydown', listener);
}

/** Tells as soon as it is known that another approver has decided, and once more before anything is sent. */
function watchForOthers(form, approval) {
  const look = async () => {
    const now = await get('/approval-cases/' + approval.id + '/decision');
    if (now && (now.outcome || now.voidReason) && form.root.isConnected) {
      window.clearInterval(timer);
      form.hold('decided', true);
      form.root.replaceChildren(...decided({ ...approval, decision: now }));
      form.root.scrollIntoView({ block: 'nearest' });
      return true;
    }
    return false;
  };
  const timer = window.setInterval(() => {
    if (form.root.isConnected) {
      look().catch(() => null);
    } else {
      window.clearInterval(timer);
    }
  }, LOOK_AGAIN);
  form.beforeCompletion = async () => !(await look().catch(() => false));
  form.afterFailure = () => look().catch(() => false);
}

function inWords(kind) {
  const words = kind.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
