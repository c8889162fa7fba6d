/** Making elements. Text is always text: nothing here reads markup. */
type Attribute = string | number | boolean | null | undefined | ((event: Event) => unknown);
export type Content = Node | string | null | undefined | false | readonly Content[];

/** `h('button', { class: 'govuk-button', onclick: send }, 'Kirim')` */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else element.setAttribute(key, String(value));
  }
  append(element, content);
  return element;
}

export function append(parent: Node, content: Content): void {
  if (content === null || content === undefined || content === false) return;
  if (typeof content === 'string') parent.appendChild(document.createTextNode(content));
  else if (content instanceof Node) parent.appendChild(content);
  else for (const each of content) append(parent, each);
}

export function replace(parent: Element, ...content: readonly Content[]): void {
  parent.replaceChildren();
  append(parent, content);
}

export function button(
  text: Content,
  act: (event: Event) => unknown,
  kind: '' | 'secondary' | 'warning' = '',
): HTMLButtonElement {
  const look = kind === '' ? 'govuk-button' : `govuk-button govuk-button--${kind}`;
  return h('button', { type: 'button', class: look, onclick: act }, text);
}
