/**
 * <tuntas-narrowing-select hint matches> around a form group with one select: a box above it narrows the list while one
 * types. The select stays what is sent, so everything the platform knows about selects goes on working.
 */
class NarrowingSelect extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select || this.querySelector('.tuntas-narrowing')) return;
    const top = [...select.children];
    const isChoice = (option: HTMLOptionElement) => option.value !== '';
    const members = new Map(
      top.map((node) => [node, node instanceof HTMLOptionElement ? [node] : [...node.querySelectorAll('option')]]),
    );

    const box = document.createElement('input');
    box.type = 'search';
    box.className = 'govuk-input tuntas-narrowing';
    box.autocomplete = 'off';
    box.placeholder = this.getAttribute('hint') ?? '';
    box.setAttribute(
      'aria-label',
      `${this.querySelector('label')?.textContent?.trim() ?? ''}: ${this.getAttribute('hint') ?? ''}`,
    );
    box.setAttribute('aria-controls', select.id);
    const status = document.createElement('div');
    status.className = 'govuk-visually-hidden';
    status.setAttribute('role', 'status');
    select.before(box, status);

    const narrow = () => {
      const words = fold(box.value).split(/\s+/).filter(Boolean);
      const chosen = select.value;
      const fits = (option: HTMLOptionElement) =>
        !isChoice(option) || option.value === chosen || words.every((word) => fold(option.text).includes(word));
      let count = 0;
      // Safari does not hide options by attribute or style, so the list is put together anew, in its own order.
      select.replaceChildren(
        ...top.filter((node) => {
          const fitting = members.get(node)?.filter(fits) ?? [];
          count += fitting.filter(isChoice).length;
          if (!(node instanceof HTMLOptionElement)) node.replaceChildren(...fitting);
          return fitting.length > 0;
        }),
      );
      select.value = chosen;
      // A list one can see while typing; back to one line when nothing is typed.
      select.size = words.length > 0 ? Math.min(8, count + 1) : 0;
      status.textContent = words.length > 0 ? (this.getAttribute('matches') ?? '').replace('{count}', `${count}`) : '';
    };
    box.addEventListener('input', narrow);
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
      if (event.key === 'ArrowDown') select.focus();
    });
    select.addEventListener('change', () => {
      box.value = '';
      narrow();
    });
  }
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

customElements.define('tuntas-narrowing-select', NarrowingSelect);
