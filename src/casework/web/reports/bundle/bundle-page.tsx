/** `/desk/cases/:id/bundle`: the whole file, its redacted versions, and who has taken it out. */
import {
  Button,
  ButtonGroup,
  EmptyState,
  type FieldErrors,
  Form,
  formatBytes,
  formatCount,
  LinkButton,
  Radios,
  seeOther,
  Table,
  TextInput,
  Time,
  WarningText,
} from '../../../../design/index.ts';
import { peopleByIds } from '../../../../directory/index.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { beginVariant } from '../../../actions/reports/bundle/decide-piece.ts';
import { MOST_MERGED_BYTES } from '../../../actions/reports/bundle/merge-bundle.ts';
import { piecesOf } from '../../../actions/reports/bundle/sources.ts';
import { CASE_REFUSALS } from '../../../rules/refusals.ts';
import { VARIANT_AUDIENCES } from '../../../rules/reports/variant.ts';
import { bundlesOf, variantsOf } from '../../../store/reports/variants.ts';
import { casePage } from '../../case-frame.tsx';
import type { AskedBundle } from './asked.ts';

const LATEST = 20;

export interface TypedVariant {
  readonly errors?: FieldErrors;
  readonly status?: 409 | 422;
  readonly title?: string;
  readonly audience?: string;
}

export async function bundlePage(asked: AskedBundle, typed: TypedVariant = {}): Promise<Response> {
  const { tools, file, words, language, bundlePath } = asked;
  const pieces = await piecesOf(tools, file);
  const bytes = pieces.reduce((total, piece) => total + piece.bytes, 0);
  return casePage(
    asked,
    'bundle',
    words.title,
    <>
      <p>{words.lead}</p>
      {pieces.length === 0 ? (
        <EmptyState title={words.empty} />
      ) : (
        <>
          <p>{words.pieces(formatCount(pieces.length, language), formatBytes(bytes, language))}</p>
          <WarningText>{words.warning}</WarningText>
          <ButtonGroup>
            <LinkButton href={`${bundlePath}.zip`}>
              <span id="zip">{words.zip}</span>
            </LinkButton>
            {bytes <= MOST_MERGED_BYTES && (
              <LinkButton href={`${bundlePath}.pdf`} kind="secondary">
                {words.pdf}
              </LinkButton>
            )}
          </ButtonGroup>
          {bytes > MOST_MERGED_BYTES && <p>{words.tooLarge}</p>}
        </>
      )}
      {await variants(asked)}
      <h2>{words.begin}</h2>
      <Form action={`${bundlePath}/variants`}>
        <TextInput name="title" label={words.beginTitle} hint={words.beginTitleHint} value={typed.title} maxlength={200} />
        <Radios
          name="audience"
          label={words.beginAudience}
          choices={VARIANT_AUDIENCES.map((each) => ({
            value: each,
            label: words.audiences[each],
            hint: words.audienceHints[each],
          }))}
          value={typed.audience ?? 'outside'}
        />
        <Button kind="secondary">{words.beginButton}</Button>
      </Form>
      {await taken(asked)}
    </>,
    { errors: typed.errors ?? [], status: typed.status },
  );
}

async function variants({ tools, file, words, bundlePath }: AskedBundle) {
  const found = await variantsOf(tools.db, file.id);
  const { variantColumns: columns } = words;
  return (
    <section>
      <h2>{words.variants}</h2>
      <p>{words.variantsLead}</p>
      {found.length === 0 ? (
        <p>{words.noVariants}</p>
      ) : (
        <Table
          id="variants"
          caption={words.variants}
          captionSize="hidden"
          columns={[{ label: columns.title }, { label: columns.audience }, { label: columns.made }]}
          rows={found.map(({ id, title, audience, createdAt }) => [
            <a href={`${bundlePath}/variants/${id}`}>{title}</a>,
            words.audiences[audience],
            <Time at={createdAt} zone={file.zone} />,
          ])}
        />
      )}
    </section>
  );
}

async function taken({ tools, file, words }: AskedBundle) {
  const found = await bundlesOf(tools.db, file.id, LATEST);
  const people = await peopleByIds(
    tools.db,
    found.map(({ madeBy }) => madeBy),
  );
  const titles = new Map((await variantsOf(tools.db, file.id)).map(({ id, title }) => [id, title]));
  const { takenColumns: columns } = words;
  return (
    <section>
      <h2>{words.taken}</h2>
      {found.length === 0 ? (
        <p>{words.takenEmpty}</p>
      ) : (
        <Table
          id="taken"
          caption={words.taken}
          captionSize="hidden"
          stacked
          columns={[{ label: columns.at }, { label: columns.by }, { label: columns.what }, { label: columns.form }]}
          rows={found.map(({ at, madeBy, variantId, form }) => [
            <Time at={at} zone={file.zone} />,
            people.get(madeBy)?.name ?? words.unknownPerson,
            variantId === null ? words.wholeFile : (titles.get(variantId) ?? words.variants),
            form.toUpperCase(),
          ])}
        />
      )}
    </section>
  );
}

export async function begin(asked: AskedBundle): Promise<Response> {
  const { c, tools, actor, file, words, language, bundlePath } = asked;
  const form = readForm(c);
  const [title, audience] = [form.text('title'), form.text('audience')];
  const begun = await beginVariant(tools, actor, file, { title, audience });
  if (begun.ok) return seeOther(c, `${bundlePath}/variants/${begun.value.id}`, words.begun);
  const field = begun.refusal === 'case.choice-missing' ? 'audience' : 'title';
  const message = CASE_REFUSALS[begun.refusal][language];
  return bundlePage(asked, { title, audience, status: 422, errors: [{ field, message }] });
}
