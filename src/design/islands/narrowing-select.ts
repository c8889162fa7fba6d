/**
 * <tuntas-narrowing-select hint matches> around a form group with one select: a box above it narrows the list while one
 * types. The select stays what is sent, so everything the platform knows about selects goes on working.
 */
class NarrowingSelect extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select || this.querySelector('.tuntas-narrowing')) return;
    const all = [...select.querySelectorAll('option')].map((option) => ({
      option,
      parent: option.parentElement,
      text: fold(option.text),
    }));

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
      let count = 0;
      for (const each of all) {
        const fits = each.option.value === '' || each.option.value === chosen || words.every((word) => each.text.includes(word));
        // Safari does not hide options by attribute or style, so they leave the list and come back in their order.
        if (fits) each.parent?.append(each.option);
        else each.option.remove();
        if (fits && each.option.value !== '') count += 1;
      }
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
