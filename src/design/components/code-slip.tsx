import type { Child } from 'hono/jsx';
import { useIsland, usePage } from '../page-context.ts';

export interface CodeSlipProps {
  readonly title: string;
  /** The code as it is typed; shown in groups of four. */
  readonly code: string;
  readonly label: string;
  /** Facts printed on the slip: tracking number, date, agency. */
  readonly rows?: readonly { readonly key: string; readonly value: Child }[] | undefined;
  /** What to do with the code. */
  readonly children?: Child;
}

/** A secret code to keep, made to be copied by hand, copied by button, and printed alone on a slip of paper. */
export function CodeSlip(props: CodeSlipProps) {
  const { words } = usePage();
  useIsland('code-actions');
  const groups = props.code.match(/.{1,4}/g) ?? [];
  return (
    <section class="tuntas-slip">
      <p class="tuntas-slip__brand">
        {words.productName} · {words.tagline}
      </p>
      <h2 class="tuntas-slip__title">{props.title}</h2>
      <p class="tuntas-slip__label" id="slip-label">
        {props.label}
      </p>
      <p class="tuntas-slip__code" translate="no">
        {groups.map((group, index) => (
          <>
            {index > 0 && ' '}
            <span>{group}</span>
          </>
        ))}
      </p>
      {props.rows && props.rows.length > 0 && (
        <dl class="tuntas-slip__rows">
          {props.rows.map((row) => (
            <div>
              <dt>{row.key}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {props.children && <div class="tuntas-slip__text">{props.children}</div>}
      <tuntas-code-actions
        class="tuntas-slip__actions"
        code={props.code}
        copy={words.copy}
        copied={words.copied}
        print={words.print}
      />
    </section>
  );
}
