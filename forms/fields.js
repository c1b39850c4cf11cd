/** Fields that know whether they are right and say beside themselves what is not. */
import { el } from './parts.js';
import { compare, decimal } from './formats.js';

let counter = 0;

/**
 * The fields of one form. A field is {name, element, read() → text, check(text) → what is wrong or null, type, submit}; it is submitted under
 * its name unless submit is false. What is wrong is shown once the field was left or the form was to be sent.
 */
export class Fields {
  constructor(changed) {
    this.all = [];
    this.extra = () => ({});
    this.changed = changed;
  }

  isValid() {
    return this.all.every((field) => field.problem() === null);
  }

  /** Shows all that is wrong and goes to the first of it. */
  reveal() {
    this.all.forEach((field) => field.show());
    const wrong = this.all.find((field) => field.problem() !== null);
    const input = wrong && wrong.element.querySelector('input,select,textarea');
    if (input) {
      input.focus();
    }
  }

  /** Variables by name as {type, value}. */
  values() {
    const values = {};
    this.all.filter((field) => field.submit !== false && field.applies()).forEach((field) => {
      const text = field.read();
      values[field.name] = { type: field.type || 'String', value: field.type === 'Integer' ? Number(text) : text };
    });
    return { ...values, ...this.extra() };
  }

  /** The server's word on a field of ours. Returns whether it was one. */
  blame(name, message) {
    const field = this.all.find((candidate) => candidate.name === name);
    if (field) {
      field.say(message);
    }
    return field !== undefined;
  }

  text(settings) {
    const input = el(settings.long ? 'textarea' : 'input', {
      id: nextId(), name: settings.name, value: settings.long ? null : settings.value, maxlength: settings.longest || 200,
      type: settings.long ? null : settings.kind || 'text', inputmode: settings.inputmode, autocomplete: 'off', placeholder: settings.placeholder,
      min: settings.min, 'aria-label': settings.label ? null : settings.title,
    });
    if (settings.long && settings.value) {
      input.value = settings.value;
    }
    return this.add(settings, [input], () => input.value.trim());
  }

  /** A decimal between settings.least and settings.most (texts); most may be left out. */
  number(settings) {
    const range = (text) => {
      const value = decimal(text);
      if (value === null) {
        return settings.notANumber || 'Enter a number';
      }
      if (settings.whole && value.includes('.')) {
        return 'Enter a whole number';
      }
      if (settings.least !== undefined && compare(value, settings.least) < 0) {
        return 'At least ' + settings.least;
      }
      if (settings.moreThan !== undefined && compare(value, settings.moreThan) <= 0) {
        return 'Must be more than ' + settings.moreThan;
      }
      return settings.most !== undefined && compare(value, settings.most) > 0 ? 'At most ' + settings.most : null;
    };
    const field = this.text({ inputmode: settings.whole ? 'numeric' : 'decimal', required: true, ...settings, check: range });
    const typed = field.read;
    field.read = () => decimal(typed()) || typed();
    return field;
  }

  choice(settings) {
    const inputs = settings.options.map((option) => el('input', { type: 'radio', id: nextId(), name: settings.name, value: option.value }));
    const labels = settings.options.map((option, index) => el('label', { for: inputs[index].id }, inputs[index], option.label));
    const read = () => (inputs.find((input) => input.checked) || { value: '' }).value;
    return this.add({ required: true, missing: 'Choose one', ...settings }, [el('fieldset.tf-choices', { 'aria-label': settings.label }, labels)], read, inputs);
  }

  select(settings) {
    const input = el('select', { id: nextId(), name: settings.name }, settings.options.map((option) => el('option', { value: option.value }, option.label)));
    return this.add(settings, [input], () => input.value);
  }

  add(settings, content, read, inputs = content) {
    const error = el('div.tf-error', { role: 'alert', hidden: true });
    const label = settings.label ? el('label', { for: inputs.length === 1 ? inputs[0].id : null }, settings.label) : null;
    const element = el('div.tf-field', {}, label, content, error);
    const field = {
      name: settings.name, type: settings.type, submit: settings.submit, element, label, read, inputs,
      applies: settings.applies || (() => true),
      problem: () => problemOf(settings, field),
      show: () => field.say(field.problem()),
      say: (message) => {
        error.textContent = message || '';
        error.hidden = !message;
        element.classList.toggle('tf-wrong', Boolean(message));
      },
    };
    let touched = false;
    inputs.forEach((input) => {
      input.addEventListener('blur', () => { touched = true; field.show(); });
      ['input', 'change'].forEach((event) => input.addEventListener(event, () => { if (touched) { field.show(); } this.changed(); }));
    });
    this.all.push(field);
    return field;
  }
}

function problemOf(settings, field) {
  if (!field.applies()) {
    return null;
  }
  const text = field.read();
  const required = typeof settings.required === 'function' ? settings.required() : settings.required;
  if (text === '') {
    return required ? settings.missing || 'Fill this in' : null;
  }
  return settings.check ? settings.check(text) : null;
}

function nextId() {
  counter += 1;
  return 'tf-' + counter;
}
