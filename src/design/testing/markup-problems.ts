const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const PHRASING_ONLY = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'label',
  'span',
  'button',
  'strong',
  'summary',
  'dt',
  'legend',
]);
const BLOCK = new Set(
  'address article aside blockquote details div dl fieldset form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);
/** HTML lets headings stand in these, unlike other blocks. */
const HEADING_HOSTS = new Set(['legend', 'summary']);
const INTERACTIVE_HOSTS = new Set(['a', 'button', 'form', 'label']);
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['div', 'dt', 'dd'],
  tr: ['td', 'th'],
  tbody: ['tr'],
  thead: ['tr'],
  table: ['caption', 'thead', 'tbody', 'tfoot'],
  select: ['option', 'optgroup'],
};

interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * What is wrong with a piece of HTML of ours: tags that do not nest, ids used twice, labels and descriptions that point nowhere,
 * inputs without a label, styles and handlers that the content security policy would refuse. Not a validator of all HTML.
 */
export function problemsOf(html: string): readonly string[] {
  const problems: string[] = [];
  const elements: Element[] = [];
  const open: string[] = [];
  for (const [, closing, name = '', rest = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|[^">])*)>/gi)) {
    const tag = name.toLowerCase();
    if (closing) {
      const expected = open.pop();
      if (expected !== tag) problems.push(`</${tag}> closes <${expected ?? 'nothing'}>`);
      continue;
    }
    problems.push(...nestingProblems(tag, open));
    elements.push({ tag, attributes: attributesOf(rest) });
    if (!VOID.has(tag) && !rest.endsWith('/')) open.push(tag);
  }
  if (open.length > 0) problems.push(`never closed: ${open.join(', ')}`);
  return [...problems, ...referenceProblems(elements), ...policyProblems(elements)];
}

function nestingProblems(tag: string, open: readonly string[]): string[] {
  // Custom elements are transparent here: they stand wherever their content may stand.
  const parent = open.findLast((each) => !each.includes('-'));
  if (!parent) return [];
  const wrong = [];
  const allowed = CHILDREN[parent];
  if (allowed && !allowed.includes(tag)) wrong.push(`<${tag}> inside <${parent}>`);
  if (PHRASING_ONLY.has(parent) && BLOCK.has(tag) && !(HEADING_HOSTS.has(parent) && /^h\d$/.test(tag))) {
    wrong.push(`<${tag}> inside <${parent}>`);
  }
  if (INTERACTIVE_HOSTS.has(tag) && open.includes(tag)) wrong.push(`<${tag}> inside <${tag}>`);
  return wrong;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/([^\s=/"]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  );
}

function referenceProblems(elements: readonly Element[]): string[] {
  const problems: string[] = [];
  const ids = new Map<string, Element>();
  for (const element of elements) {
    const id = element.attributes.get('id');
    if (id === undefined) continue;
    if (ids.has(id)) problems.push(`id used twice: ${id}`);
    ids.set(id, element);
  }
  const labelled = new Set(elements.filter(({ tag }) => tag === 'label').map(({ attributes }) => attributes.get('for')));
  for (const { tag, attributes } of elements) {
    const target = attributes.get('for');
    if (tag === 'label' && !/^(input|select|textarea)$/.test(ids.get(target ?? '')?.tag ?? '')) {
      problems.push(`label points to no input: ${target}`);
    }
    for (const reference of ['aria-describedby', 'aria-labelledby', 'aria-controls']) {
      for (const id of attributes.get(reference)?.split(' ') ?? []) {
        if (!ids.has(id)) problems.push(`${reference} points to nothing: ${id}`);
      }
    }
    const typed = /^(select|textarea)$/.test(tag) || (tag === 'input' && attributes.get('type') !== 'hidden');
    if (typed && !labelled.has(attributes.get('id')) && !attributes.has('aria-label')) {
      problems.push(`input without a label: ${attributes.get('id')}`);
    }
    if (tag === 'img' && !attributes.has('alt')) problems.push('image without alt');
  }
  return problems;
}

function policyProblems(elements: readonly Element[]): string[] {
  return elements.flatMap(({ tag, attributes }) => [
    ...(attributes.has('style') ? ['inline style'] : []),
    ...([...attributes.keys()].some((name) => /^on[a-z]/.test(name)) ? ['inline handler'] : []),
    ...(tag === 'style' || (tag === 'script' && !attributes.has('src')) ? [`inline <${tag}>`] : []),
  ]);
}
