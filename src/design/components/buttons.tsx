import type { Child } from 'hono/jsx';

export interface ButtonProps {
  readonly kind?: 'primary' | 'secondary' | 'warning' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Sends the form elsewhere, for a second action in the same form. */
  readonly formaction?: string | undefined;
  readonly type?: 'submit' | 'button' | undefined;
  readonly children?: Child;
}

function buttonClass(kind: ButtonProps['kind']): string {
  return kind && kind !== 'primary' ? `govuk-button govuk-button--${kind}` : 'govuk-button';
}

export function Button(props: ButtonProps) {
  return (
    <button
      class={buttonClass(props.kind)}
      type={props.type ?? 'submit'}
      name={props.name}
      value={props.value}
      formaction={props.formaction}
    >
      {props.children}
    </button>
  );
}

/** For what cannot be taken back. */
export function WarningButton(props: Omit<ButtonProps, 'kind'>) {
  return <Button {...props} kind="warning" />;
}

/** A link that looks like a button: it leads somewhere and changes nothing. `start` is for the first step of an errand. */
export function LinkButton(props: {
  href: string;
  kind?: 'primary' | 'secondary' | undefined;
  start?: boolean | undefined;
  children?: Child;
}) {
  return (
    <a class={`${buttonClass(props.kind)}${props.start ? ' govuk-button--start' : ''}`} href={props.href}>
      {props.children}
      {props.start && <Arrow />}
    </a>
  );
}

function Arrow() {
  return (
    <svg
      class="govuk-button__start-icon"
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M5 12h14M13 5l7 7-7 7" />
    </svg>
  );
}

export function ButtonGroup(props: { children?: Child }) {
  return <div class="govuk-button-group">{props.children}</div>;
}
