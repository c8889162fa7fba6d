import type { Child } from 'hono/jsx';
import { Button } from './buttons.tsx';
import { FileUpload } from './file-upload.tsx';
import { Form, Hidden } from './form.tsx';
import { SummaryList } from './lists.tsx';
import { WarningText } from './messages.tsx';
import { Table, type TableColumn } from './table.tsx';

interface RowsShown {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Child[])[];
}

/** What is wrong in one cell; an empty `column` = the whole row. */
export interface WrongCell {
  readonly column: string;
  readonly message: string;
}

export interface DryRunProps {
  /** How many rows would become what. */
  readonly counts: readonly { readonly key: string; readonly value: number }[];
  /** The rows that are wrong: with any of them nothing can be confirmed. `null` = none. */
  readonly wrong:
    | (Omit<RowsShown, 'rows'> & {
        readonly mend: string;
        readonly wholeRow: string;
        readonly rows: readonly { readonly line: number; readonly name: string; readonly cells: readonly WrongCell[] }[];
      })
    | null;
  /** Said instead of the form when the table would change nothing. */
  readonly nothing: string;
  readonly changesNothing: boolean;
  /** The same file comes again with the digest of the one that was tried. */
  readonly confirm: {
    readonly action: string;
    readonly sha256: string;
    readonly label: string;
    readonly hint: string;
    readonly button: string;
  };
  /** The first rows that would be written; `null` = none. */
  readonly written: (RowsShown & { readonly id: string }) | null;
}

/** What a table that came in would do, tried without keeping anything: counts, wrong cells with how to mend them, and the way to confirm it. */
export function DryRun({ counts, wrong, nothing, changesNothing, confirm, written }: DryRunProps) {
  return (
    <>
      <SummaryList rows={counts.map(({ key, value }) => ({ key, value: String(value) }))} />
      {wrong ? (
        <>
          <WarningText>{wrong.mend}</WarningText>
          <Table
            id="wrong"
            caption={wrong.caption}
            captionSize="s"
            stacked
            columns={wrong.columns}
            rows={wrong.rows.map(({ line, name, cells }) => [
              String(line),
              name,
              <ul>
                {cells.map(({ column, message }) => (
                  <li>
                    <strong>{column || wrong.wholeRow}</strong>: {message}
                  </li>
                ))}
              </ul>,
            ])}
          />
        </>
      ) : changesNothing ? (
        <p>{nothing}</p>
      ) : (
        <Form action={confirm.action} multipart>
          <Hidden name="sha256" value={confirm.sha256} />
          <FileUpload name="file" label={confirm.label} hint={confirm.hint} accept=".csv,.txt" single />
          <Button>{confirm.button}</Button>
        </Form>
      )}
      {written && written.rows.length > 0 && <Table {...written} captionSize="s" stacked />}
    </>
  );
}
