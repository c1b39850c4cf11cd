/** How values look, the Indian way, and how typed decimals are read: as text, never as binary fractions. */

const LOCALE = 'en-IN';
const SCALE = 6;
const LAKH = 100000;
const CRORE = 100 * LAKH;
const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;

/** 420000.5 with INR as ₹4,20,000.50; a dash for nothing. */
export function money(amount, currency) {
  return isNothing(amount)
    ? '–'
    : new Intl.NumberFormat(LOCALE, { style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount);
}

/** As people speak of it: ₹4.2 lakh, ₹1.3 crore, ₹85,000; other currencies in full. */
export function spoken(amount, currency) {
  const size = Math.abs(amount);
  if (isNothing(amount) || currency !== 'INR' || size < LAKH) {
    return isNothing(amount) ? '–' : new Intl.NumberFormat(LOCALE, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);
  }
  const [unit, name] = size < CRORE ? [LAKH, ' lakh'] : [CRORE, ' crore'];
  return (amount < 0 ? '−' : '') + '₹' + new Intl.NumberFormat(LOCALE, { maximumFractionDigits: size / unit < 10 ? 2 : 1 }).format(size / unit) + name;
}

/** An amount whose currency is said elsewhere. */
export function figure(amount) {
  return isNothing(amount)
    ? '–'
    : new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount);
}

export function quantity(value, unit) {
  return isNothing(value)
    ? '–'
    : new Intl.NumberFormat(LOCALE, { maximumFractionDigits: SCALE }).format(value) + (unit ? ' ' + unit : '');
}

export function percent(value) {
  return isNothing(value) ? '–' : new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }).format(value) + ' %';
}

/** 2026-11-23 as 23 Nov 2026. */
export function date(iso) {
  return iso
    ? new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso.slice(0, 10) + 'T00:00:00Z'))
    : '–';
}

/** A moment as 23 Nov, 10:42. */
export function moment(iso) {
  return iso
    ? new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Kolkata' }).format(new Date(iso))
    : '–';
}

/** What was typed as a plain decimal text, commas and blanks taken out, or null if it is none. */
export function decimal(typed) {
  const text = String(typed).replace(/[,\s]/g, '');
  return DECIMAL.test(text) ? text : null;
}

/** Exact comparison of two plain decimals: negative, zero or positive. */
export function compare(one, other) {
  const difference = scaled(one) - scaled(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** An exact number of millionths. */
function scaled(text) {
  const [whole, fraction = ''] = String(text).split('.');
  return BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, '0'));
}

function isNothing(value) {
  return value === null || value === undefined || value === '';
}
