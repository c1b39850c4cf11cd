/**
 * Task forms for whoever hosts them. A form is a module below /forms that exports open(form): it fetches its data, builds itself into
 * form.root out of form.fields, and leaves the rest to us. A host gives variables and is told when the form may be completed.
 */
import { el } from './parts.js';
import { Fields } from './fields.js';
import { get, post } from './api.js';

const TASKLIST_COMPLETE = '.form-actions button.btn-primary';
const FORM_NAME = /^[a-z-]+\/[a-z-]+$/;

/**
 * Opens a form, for example 'approval/decide', in an element.
 *
 * host: {variables: {name: value}, onChange(mayComplete), complete()}
 * gives {mayComplete(), reveal(), values(), refused(error), isReadyToGo()}
 */
export async function form(name, root, host) {
  if (!FORM_NAME.test(name)) {
    throw new Error('No such form: ' + name);
  }
  root.classList.add('tradeflow');
  const body = el('div', {}, el('p.tf-soft', {}, 'One moment …'));
  const failure = el('div.tf-failed', { role: 'alert', hidden: true });
  root.append(body, failure);
  const state = { ready: false, holds: new Set() };
  const mayComplete = () => state.ready && state.holds.size === 0 && opened.fields.isValid();
  const changed = () => {
    failure.hidden = true;
    const may = mayComplete();
    host.onChange(may);
    opened.onChange?.(may);
  };
  const opened = {
    variables: host.variables,
    root: body,
    fields: new Fields(changed),
    changed,
    /** Keeps the task from being completed for a reason of the form's own, such as unsaved lines. */
    hold: (reason, on) => { state.holds[on ? 'add' : 'delete'](reason); changed(); },
    refused: (error) => showFailure(failure, opened.fields, error),
    /** Set by a form that shows for itself whether the task may be completed. */
    onChange: null,
    /** Set by a form that looks again before the task is completed: resolves to whether it may go on. */
    beforeCompletion: null,
    /** Set by a form that may know better why completing failed: resolves to whether it has said so. */
    afterFailure: null,
    /** Completes the task as its button does, if it may be completed. */
    complete: () => host.complete(),
    /** Builds anew, with new data. */
    reopen: () => build(name, opened, state),
  };
  await build(name, opened, state);
  return {
    mayComplete,
    reveal: () => opened.fields.reveal(),
    values: () => opened.fields.values(),
    refused: async (error) => {
      if (!opened.afterFailure || !(await opened.afterFailure())) {
        opened.refused(error);
      }
    },
    isReadyToGo: async () => !opened.beforeCompletion || opened.beforeCompletion(),
  };
}

async function build(name, opened, state) {
  state.ready = false;
  state.holds.clear();
  opened.fields.all = [];
  try {
    const module = await import('./' + name + '.js');
    const content = await module.open(opened);
    opened.root.replaceChildren(...content.flat().filter(Boolean));
    state.ready = true;
  } catch (error) {
    opened.root.replaceChildren(el('div.tf-failed', { role: 'alert' }, 'This form could not be opened: ' + error.message));
  }
  opened.changed();
}

/** What belongs to a field goes beside it, the rest below the form. */
function showFailure(failure, fields, error) {
  const elsewhere = (error.violations || []).filter((violation) => !fields.blame(violation.field, violation.message));
  failure.replaceChildren(
    error.message || 'This was refused.',
    elsewhere.length > 1 ? el('ul', {}, elsewhere.map((violation) => el('li', {}, violation.message))) : '',
  );
  failure.hidden = false;
  failure.scrollIntoView({ block: 'nearest' });
}

/**
 * Hosts the form named by data-form in Tasklist. Complete follows the validity of the AngularJS form, which knows nothing of our fields: we
 * enter them there as one thing that is right or wrong, under the same key and controller that the form's own script has closed it with.
 */
export async function inTasklist(camForm, angularForm) {
  const root = camForm.formElement[0];
  const scope = camForm.formElement.scope();
  const manager = camForm.variableManager;
  const variables = {};
  manager.variableNames().forEach((name) => { variables[name] = manager.variableValue(name); });
  const opened = await form(root.dataset.form, root, {
    variables,
    onChange: (mayComplete) => scope.$applyAsync(() => angularForm.$setValidity('tradeflow', mayComplete, angularForm)),
    complete: completeInTasklist,
  });
  askBeforeCompletion(root, opened);
  camForm.on('submit', () => {
    if (!opened.mayComplete()) {
      opened.reveal();
      camForm.submitPrevented = true;
      return;
    }
    // Tasklist sends everything its manager holds: what was fetched to be shown, and what an earlier, refused attempt left, must not go along.
    manager.variableNames().forEach((name) => manager.destroyVariable(name));
    Object.entries(opened.values()).forEach(([name, variable]) => manager.createVariable({ name, ...variable }));
  });
  camForm.on('submit-failed', (source, [error]) => opened.refused({ message: plainSentence(error) }));
}

/** As its buttons do; a task nobody has taken is taken by that. */
async function completeInTasklist() {
  document.querySelector('button.claim')?.click();
  for (let wait = 0; wait < 50 && document.querySelector(TASKLIST_COMPLETE)?.disabled; wait += 1) {
    await new Promise((resolve) => { window.setTimeout(resolve, 100); });
  }
  document.querySelector(TASKLIST_COMPLETE)?.click();
}

/** Tasklist submits at once when its button is pressed, so a form that wants to look again has to be asked before Tasklist hears of it. */
function askBeforeCompletion(root, opened) {
  let isAsked = false;
  const listener = async (event) => {
    if (!root.isConnected) {
      document.removeEventListener('click', listener, true);
      return;
    }
    const button = event.target.closest(TASKLIST_COMPLETE);
    if (!button || isAsked) {
      isAsked = false;
      return;
    }
    event.stopImmediatePropagation();
    event.preventDefault();
    if (await opened.isReadyToGo()) {
      isAsked = true;
      button.click();
    }
  };
  document.addEventListener('click', listener, true);
}

/** The engine puts its own words before ours. */
function plainSentence(error) {
  const message = String((error && error.message) || '');
  return message.replace(/^Cannot submit task form [^:]*:\s*/, '') || 'The task could not be completed. Look at it again and repeat.';
}

/** Hosts a task on a page of ours: the element gets the form and a button that completes the task, then done(task) is called. */
export async function onPage(root, taskId, done) {
  const path = '/tasks/' + encodeURIComponent(taskId);
  const task = await get(path);
  const button = el('button.tf-button.tf-main', { type: 'button', disabled: true }, 'Complete');
  const opened = await form(task.form, root, {
    variables: { ...task.references, dealNumber: task.dealNumber },
    onChange: (mayComplete) => { button.disabled = !mayComplete; },
    complete: () => button.click(),
  });
  button.addEventListener('click', async () => {
    button.disabled = true;
    if (!(await opened.isReadyToGo())) {
      return;
    }
    const variables = {};
    Object.entries(opened.values()).forEach(([name, variable]) => { variables[name] = variable.value; });
    try {
      await post(path + '/completion', { variables });
      done(task);
    } catch (error) {
      await opened.refused(error);
      button.disabled = !opened.mayComplete();
    }
  });
  root.append(el('div.tf-actions', {}, button));
  button.disabled = !opened.mayComplete();
}
