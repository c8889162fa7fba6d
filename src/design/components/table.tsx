import type { Child } from 'hono/jsx';
import { usePage } from '../page-context.ts';

export interface TableColumn {
  readonly label: Child;
  readonly numeric?: boolean | undefined;
  /** The same page sorted by this column; `sorted` says how it is sorted now. */
  readonly sortHref?: string | undefined;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

export interface TableProps {
  readonly id: string;
  readonly caption: string;
  readonly captionSize?: 's' | 'm' | 'l' | 'hidden' | undefined;
  readonly columns: readonly TableColumn[];
  /** Cells in the order of the columns. */
  readonly rows: readonly (readonly Child[])[];
  /** The first cell names its row. Default true. */
  readonly rowHeaders?: boolean | undefined;
  /** On phones each row becomes a card with the column's name before each cell (plain-text labels only). */
  readonly stacked?: boolean | undefined;
}

/** A table that scrolls inside its own box on narrow screens, reachable by keyboard; or turns into cards (`stacked`). */
export function Table(props: TableProps) {
  const { words } = usePage();
  const captionId = `${props.id}-caption`;
  const rowHeaders = props.rowHeaders ?? true;
  const captionClass =
    props.captionSize === 'hidden'
      ? 'govuk-visually-hidden'
      : `govuk-table__caption govuk-table__caption--${props.captionSize ?? 'm'}`;
  const label = (column: number) => {
    const text = props.columns[column]?.label;
    return props.stacked && typeof text === 'string' ? text : undefined;
  };
  const table = (
    <table class={`govuk-table${props.stacked ? ' tuntas-table--stacked' : ''}`} id={props.id}>
      <caption class={captionClass} id={captionId}>
        <span class="tuntas-caption">{props.caption}</span>
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {props.columns.map((column) => (
            <th
              scope="col"
              class={`govuk-table__header${column.numeric ? ' govuk-table__header--numeric' : ''}`}
              aria-sort={column.sorted}
            >
              {column.sortHref ? (
                <a class="tuntas-sort-link" href={column.sortHref}>
                  {column.label}
                  <span aria-hidden="true">
                    {' '}
                    {column.sorted === 'ascending' ? '▲' : column.sorted === 'descending' ? '▼' : '↕'}
                  </span>
                </a>
              ) : (
                column.label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {props.rows.map((cells) => (
          <tr class="govuk-table__row">
            {cells.map((cell, index) => {
              const numeric = props.columns[index]?.numeric;
              return index === 0 && rowHeaders ? (
                <th
                  scope="row"
                  class={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`}
                  data-label={label(index)}
                >
                  {cell}
                </th>
              ) : (
                <td class={`govuk-table__cell${numeric ? ' govuk-table__cell--numeric' : ''}`} data-label={label(index)}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (props.stacked) return table;
  return (
    // A scrolling box must be reachable by keyboard (WCAG 2.1.1).
    <section class="tuntas-table-scroll" aria-labelledby={captionId} aria-description={words.scrollTable} tabindex={0}>
      {table}
    </section>
  );
}
