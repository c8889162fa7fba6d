/**
 * <tuntas-character-count limit left over> around a form group with one textarea and its `…-limit` hint: the hint becomes a
 * running count. What is read aloud waits until typing pauses, so that it does not interrupt.
 */
class CharacterCount extends HTMLElement {
  connectedCallback(): void {
    const area = this.querySelector('textarea');
    const visible = this.querySelector<HTMLElement>('.tuntas-character-count');
    const limit = Number(this.getAttribute('limit'));
    if (!area || !visible || !limit) return;
    const spoken = document.createElement('div');
    spoken.className = 'govuk-visually-hidden';
    spoken.setAttribute('role', 'status');
    visible.after(spoken);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      // Code points, as the server counts them.
      const left = limit - [...area.value.replaceAll('\r\n', '\n')].length;
      const pattern = this.getAttribute(left < 0 ? 'over' : 'left') ?? '{count}';
      const text = pattern.replace('{count}', Math.abs(left).toLocaleString(document.documentElement.lang));
      visible.textContent = text;
      visible.classList.toggle('tuntas-character-count--over', left < 0);
      clearTimeout(timer);
      if (left < limit / 10) timer = setTimeout(() => (spoken.textContent = text), 1000);
    };
    area.addEventListener('input', show);
    show();
  }
}

customElements.define('tuntas-character-count', CharacterCount);
