import type { Child } from 'hono/jsx';
import { usePage } from '../page-context.ts';

export interface SummaryRow {
  readonly key: Child;
  readonly value: Child;
  /** `about` is read by screen readers after the text: "Ubah *tanggal kejadian*". Default text is "Ubah". */
  readonly actions?: readonly { readonly href: string; readonly text?: string | undefined; readonly about: string }[] | undefined;
}

/** Facts as pairs; `title` puts them on a card. Rows that are `null` or `false` are left out. */
export function SummaryList(props: {
  rows: readonly (SummaryRow | null | undefined | false)[];
  title?: string | undefined;
  plain?: boolean | undefined;
}) {
  const { words } = usePage();
  const rows = props.rows.filter((row): row is SummaryRow => Boolean(row));
  const anyActions = rows.some((row) => row.actions?.length);
  const list = (
    <dl class={`govuk-summary-list${props.plain ? ' govuk-summary-list--no-border' : ''}`}>
      {rows.map((row) => (
        <div class={`govuk-summary-list__row${anyActions && !row.actions?.length ? ' govuk-summary-list__row--no-actions' : ''}`}>
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.actions && row.actions.length > 0 && (
            <dd class="govuk-summary-list__actions">
              {row.actions.map((action, index) => (
                <>
                  {index > 0 && ' '}
                  <a class="govuk-link" href={action.href}>
                    {action.text ?? words.change}
                    <span class="govuk-visually-hidden"> {action.about}</span>
                  </a>
                </>
              ))}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
  if (!props.title) return list;
  return (
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <h2 class="govuk-summary-card__title">{props.title}</h2>
      </div>
      <div class="govuk-summary-card__content">{list}</div>
    </div>
  );
}

export interface Task {
  readonly title: string;
  /** Without it the task cannot be started yet. */
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  /** A `Tag`, or a word. */
  readonly status: Child;
}

export function TaskList(props: { tasks: readonly Task[]; idPrefix?: string | undefined }) {
  const prefix = props.idPrefix ?? 'task';
  return (
    <ul class="govuk-task-list">
      {props.tasks.map((task, index) => (
        <li class={`govuk-task-list__item${task.href ? ' govuk-task-list__item--with-link' : ''}`}>
          <div class="govuk-task-list__name-and-hint">
            {task.href ? (
              <a class="govuk-link govuk-task-list__link" href={task.href} aria-describedby={`${prefix}-${index + 1}-status`}>
                {task.title}
              </a>
            ) : (
              <div>{task.title}</div>
            )}
            {task.hint && <div class="govuk-task-list__hint">{task.hint}</div>}
          </div>
          <div class="govuk-task-list__status" id={`${prefix}-${index + 1}-status`}>
            {task.status}
          </div>
        </li>
      ))}
    </ul>
  );
}

export interface TimelineItem {
  readonly title: Child;
  /** Who: an agency or a role. */
  readonly by?: Child | undefined;
  /** Usually `<Time at zone />`. */
  readonly when: Child;
  readonly tone?: 'plain' | 'done' | 'late' | 'current' | undefined;
  readonly body?: Child | undefined;
}

/** What happened, newest or oldest first as given. */
export function Timeline(props: { items: readonly TimelineItem[]; headingLevel?: 2 | 3 | 4 | undefined }) {
  const Heading = `h${props.headingLevel ?? 3}` as 'h3';
  return (
    <div class="moj-timeline">
      {props.items.map((item) => (
        <div class={`moj-timeline__item${item.tone && item.tone !== 'plain' ? ` tuntas-timeline__item--${item.tone}` : ''}`}>
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{item.title}</Heading> {item.by && <p class="moj-timeline__byline">{item.by}</p>}
          </div>
          <p class="moj-timeline__date">{item.when}</p>
          {item.body && <div class="moj-timeline__description">{item.body}</div>}
        </div>
      ))}
    </div>
  );
}

export interface Attachment {
  readonly name: string;
  readonly href: string;
  /** "foto JPEG, 240 kB" */
  readonly about: string;
  readonly thumbnail?: { readonly src: string; readonly alt: string } | undefined;
}

export function AttachmentList(props: { files: readonly Attachment[] }) {
  return (
    <ul class="tuntas-attachments">
      {props.files.map((file) => (
        <li class="tuntas-attachments__item">
          {file.thumbnail && (
            <img
              class="tuntas-attachments__thumbnail"
              src={file.thumbnail.src}
              alt={file.thumbnail.alt}
              loading="lazy"
              width={96}
              height={72}
            />
          )}
          <div>
            <a href={file.href}>{file.name}</a>
            <div class="govuk-hint tuntas-attachments__about">{file.about}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}
