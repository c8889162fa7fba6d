/** <tuntas-password-reveal show hide> around a password input: a button that shows what was typed, hidden again on sending. */
class PasswordReveal extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type="password"]');
    if (!input) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'govuk-button govuk-button--secondary tuntas-password__button';
    button.setAttribute('aria-controls', input.id);
    const set = (shown: boolean) => {
      input.type = shown ? 'text' : 'password';
      button.textContent = this.getAttribute(shown ? 'hide' : 'show');
    };
    button.addEventListener('click', () => set(input.type === 'password'));
    input.form?.addEventListener('submit', () => set(false));
    set(false);
    const row = document.createElement('div');
    row.className = 'tuntas-password';
    input.before(row);
    row.append(input, button);
  }
}

customElements.define('tuntas-password-reveal', PasswordReveal);
