// @ts-check
/**
 * Turns a text input into a combobox that fetches its list while the visitor types:
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ (editable, list autocomplete with manual selection).
 */

/** Milliseconds without a keystroke before suggestions are fetched. */
const PAUSE = 120;

/** @typedef {{ name: string; value: string | number }} Choice */

/**
 * The suggestion that was chosen for an input; it holds until another text is typed.
 *
 * @type {WeakMap<HTMLInputElement, Choice>}
 */
const chosen = new WeakMap();

/**
 * The value of an input: that of the chosen suggestion, or else the typed text.
 *
 * @param {HTMLInputElement} input
 * @returns {string}
 */
export function chosenValue(input) {
  const choice = chosen.get(input);
  return choice !== undefined && choice.name === input.value ? String(choice.value) : input.value;
}

/**
 * @param {HTMLInputElement} input an input beside its empty list
 * @param {(typed: string, signal: AbortSignal) => Promise<Choice[]>} fetchChoices
 * @param {(count: number) => void} announce called with the number of suggestions
 */
export function makeCombobox(input, fetchChoices, announce) {
  const list = /** @type {HTMLElement} */ (input.parentElement?.querySelector('[role=listbox]'));
  /** @type {Choice[]} */
  let choices = [];
  let active = -1;
  let timer = 0;
  let fetching = new AbortController();

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const close = () => {
    window.clearTimeout(timer);
    fetching.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  /** @param {number} index */
  const activate = (index) => {
    active = index;
    for (const [place, item] of [...list.children].entries()) {
      item.setAttribute('aria-selected', String(place === index));
    }
    const item = list.children[index];
    if (item === undefined) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    input.setAttribute('aria-activedescendant', item.id);
    item.scrollIntoView({ block: 'nearest' });
  };

  /** @param {number} index */
  const choose = (index) => {
    const choice = choices[index];
    if (choice === undefined) return;
    chosen.set(input, choice);
    input.value = choice.name;
    close();
  };

  const show = () => {
    list.replaceChildren(
      ...choices.map(({ name }, index) => {
        const item = document.createElement('li');
        item.id = `${list.id}-${index}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.textContent = name;
        return item;
      }),
    );
    activate(-1);
    list.hidden = choices.length === 0;
    input.setAttribute('aria-expanded', String(choices.length > 0));
    announce(choices.length);
  };

  const open = async () => {
    fetching.abort();
    fetching = new AbortController();
    const { signal } = fetching;
    try {
      const found = await fetchChoices(input.value, signal);
      if (signal.aborted || document.activeElement !== input) return;
      choices = found;
      show();
    } catch {
      if (!signal.aborted) close();
    }
  };

  const openSoon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(open, PAUSE);
  };

  input.addEventListener('input', openSoon);
  input.addEventListener('click', openSoon);
  input.addEventListener('blur', close);
  // Suggestions that arrive after the question was asked come too late.
  input.form?.addEventListener('submit', close);
  input.addEventListener('keydown', (event) => {
    const { length } = choices;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) void open();
      else if (event.altKey && event.key === 'ArrowUp') close();
      else if (event.key === 'ArrowDown') activate(active + 1 < length ? active + 1 : 0);
      else activate(active > 0 ? active - 1 : length - 1);
    } else if (event.key === 'Enter' && !list.hidden && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape') {
      close();
    }
  });
  // A press on the list must not take the focus from the input: that would close the list before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const item = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (item !== null) choose([...list.children].indexOf(item));
  });
}
