// @ts-check
/**
 * Asks questions, completes options and presses buttons without a new page load. Without this script, the forms load pages.
 */
import { chosenValue, makeCombobox } from './combobox.js';

const question = /** @type {HTMLFormElement | null} */ (document.querySelector('form.question'));
const channel = /** @type {HTMLElement | null} */ (document.getElementById('answer'));
const announcement = document.getElementById('announcement');

/** @param {string} text */
function announce(text) {
  if (announcement !== null) announcement.textContent = text;
}

/**
 * @param {string} address
 * @param {object} body
 * @param {AbortSignal} signal
 * @returns {Promise<{ html: string; effect?: 'update' | 'new'; address?: string }>}
 */
async function post(address, body, signal) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/**
 * HTML from our own server as an element. The server has escaped every name in it.
 *
 * @param {string} html
 * @returns {HTMLElement}
 */
function toElement(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return /** @type {HTMLElement} */ (template.content.firstElementChild);
}

let asking = new AbortController();

/**
 * Marks a place as busy until a question is answered. An earlier question that has no answer yet is aborted: only the last
 * one counts.
 *
 * @param {HTMLElement} place
 * @param {(signal: AbortSignal) => Promise<void>} work
 */
async function busy(place, work) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  place.setAttribute('aria-busy', 'true');
  announce(place.dataset.asking ?? '');
  try {
    await work(signal);
    announce('');
  } catch {
    if (signal.aborted) return;
    const problem = document.createElement('p');
    problem.className = 'empty';
    problem.textContent = place.dataset.unreachable ?? '';
    place.append(problem);
  } finally {
    if (signal === asking.signal) place.removeAttribute('aria-busy');
  }
}

/** @param {HTMLFormElement} form */
function optionsOf(form) {
  /** @type {Record<string, string>} */
  const options = {};
  for (const element of form.elements) {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement)) continue;
    if (element.name === '' || ['locale', 'age-restricted'].includes(element.name)) continue;
    const value = element instanceof HTMLInputElement ? chosenValue(element) : element.value;
    if (value !== '') options[element.name] = value;
  }
  return options;
}

/** @param {HTMLFormElement} form */
function completed(form) {
  return [...form.querySelectorAll('input[data-completed]')].filter((one) => one instanceof HTMLInputElement);
}

/** @param {HTMLFormElement} form */
function mannerOf(form) {
  const data = new FormData(form);
  return { locale: String(data.get('locale')), ageRestricted: data.get('age-restricted') === '1' };
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} place
 */
function askHere(form, place) {
  const asked = { command: form.dataset.command, options: optionsOf(form), ...mannerOf(form) };
  return busy(place, async (signal) => {
    const { html, address } = await post('/api/ask', asked, signal);
    place.replaceChildren(toElement(html));
    if (address !== undefined) history.replaceState(null, '', address);
    markMissing();
  });
}

/**
 * @param {HTMLFormElement} message
 * @param {HTMLElement} place
 * @param {HTMLButtonElement} button
 */
function pressHere(message, place, button) {
  const asker = String(new FormData(message).get('asker'));
  const index = buttonsOf(message).indexOf(button);
  const label = button.textContent;
  return busy(place, async (signal) => {
    const sent = { ...JSON.parse(button.value), asker, ...mannerOf(message) };
    const pressed = await post('/api/press', sent, signal);
    const answer = toElement(pressed.html);
    if (pressed.effect === 'update') {
      const asked = message.querySelector('.asked');
      if (asked !== null && answer.querySelector('.asked') === null)
        answer.querySelector('.avatar')?.before(asked);
      message.replaceWith(answer);
      focusLike(answer, label, index);
    } else {
      place.append(answer);
      answer.focus();
      answer.scrollIntoView({ block: 'nearest' });
    }
    markMissing();
  });
}

/** @param {HTMLElement} message */
function buttonsOf(message) {
  return [...message.querySelectorAll('button[name=press]')].filter(
    (one) => one instanceof HTMLButtonElement,
  );
}

/**
 * Keeps the place of people who use a keyboard: focuses the button with the same label or index, or else the message.
 *
 * @param {HTMLElement} message
 * @param {string | null} label
 * @param {number} index
 */
function focusLike(message, label, index) {
  const buttons = buttonsOf(message);
  const inReach = buttons.filter((one) => !one.disabled && one.closest('details:not([open])') === null);
  const next =
    inReach.find((one) => one.textContent === label) ?? inReach.find((one) => one === buttons[index]);
  (next ?? message).focus();
}

/** Replaces pictures that could not be fetched (no connection) with their alternative texts. */
function markMissing() {
  for (const picture of document.querySelectorAll('img')) {
    if (picture.closest('.message-body') === null) continue;
    const giveWay = () => {
      const words = document.createElement('span');
      words.className = `${picture.className} missing`;
      words.textContent = picture.alt;
      picture.replaceWith(words);
    };
    if (picture.complete && picture.naturalWidth === 0) giveWay();
    else picture.addEventListener('error', giveWay, { once: true });
  }
}

if (question !== null && channel !== null) {
  question.addEventListener('submit', (event) => {
    // Another language needs another page, which the form loads.
    if (mannerOf(question).locale !== question.dataset.locale) {
      for (const input of completed(question)) input.value = chosenValue(input);
      return;
    }
    event.preventDefault();
    void askHere(question, channel);
  });
  channel.addEventListener('submit', (event) => {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement) || !(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    void pressHere(target, channel, submitter);
  });
  for (const input of completed(question)) {
    makeCombobox(
      input,
      async (typed, signal) => {
        const { [input.name]: _, ...others } = optionsOf(question);
        const { locale, ageRestricted } = mannerOf(question);
        const query = new URLSearchParams({
          ...others,
          command: question.dataset.command ?? '',
          option: input.name,
          typed,
          locale,
          'age-restricted': ageRestricted ? '1' : '',
        });
        const response = await fetch(`/api/complete?${query}`, { signal });
        if (!response.ok) throw new Error(String(response.status));
        return (await response.json()).choices;
      },
      (count) => {
        const { suggested = '', noneSuggested = '' } = channel.dataset;
        announce(count === 0 ? noneSuggested : suggested.replace('{count}', String(count)));
      },
    );
  }
}
markMissing();
document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
