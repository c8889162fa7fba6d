/** <tuntas-code-actions code copy copied print>: buttons to copy a receipt code and to print the slip. */
class CodeActions extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    const text = (name: string) => this.getAttribute(name) ?? '';
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    status.className = 'tuntas-slip__status';
    if (navigator.clipboard) {
      this.append(
        button(text('copy'), async () => {
          await navigator.clipboard.writeText(text('code'));
          status.textContent = text('copied');
        }),
      );
    }
    this.append(
      button(text('print'), () => window.print()),
      status,
    );
  }
}

function button(label: string, act: () => unknown): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'govuk-button govuk-button--secondary';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

customElements.define('tuntas-code-actions', CodeActions);
