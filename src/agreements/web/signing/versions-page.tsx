/** `/desk/agreements/:code/text/versions`: every version, and the differences of any two. */
import { BackLink, Button, Columns, Form, formatMoment, seeOther, Table, Tag, TextInput } from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { restoreText } from '../../actions/signing/write-text.ts';
import { mayEdit } from '../../rules/permissions.ts';
import { changesBetween, type TextVersion, titleOf } from '../../rules/signing/text.ts';
import { currentText, textVersion, textVersions } from '../../store/signing/texts.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { Changes } from './changes.tsx';
import type { At } from './shell.ts';

const PAGE_SIZE = 30;

const numberIn = (text: string | undefined): number | null => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : null);

export async function versionsPage(at: At): Promise<Response> {
  const { c, tools, agreement, words, base, language } = at;
  const before = numberIn(c.req.query('before'));
  const lines = await textVersions(tools.db, agreement.id, { before, limit: PAGE_SIZE + 1 });
  const shown = lines.slice(0, PAGE_SIZE);
  const current = await currentText(tools.db, agreement.id);
  const compared = await comparedOf(at);
  const idOf = (author: string) => author.replace('person:', '');
  const people = await peopleByIds(
    tools.db,
    shown.map(({ author }) => idOf(author)),
  );
  const w = words.versions;
  return agreementPage(
    at,
    'text',
    w.title,
    <>
      <BackLink href={base} text={words.section.back} />
      {compared && <Compared at={at} from={compared.from} to={compared.to} />}
      {shown.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <>
          <Table
            id="versions"
            caption={w.caption}
            stacked
            rowHeaders
            columns={[{ label: w.no }, { label: w.when }, { label: w.what }, { label: w.compare }]}
            rows={shown.map(({ no, at: when, author, changed }) => [
              words.text.version(no),
              `${people.get(idOf(author))?.name ?? ''}, ${formatMoment(when, agreement.zone, language)}`,
              changed
                .map((key) => titleOf(current?.sections ?? [], key))
                .filter((title) => title !== '')
                .join('; '),
              no > 1 ? <a href={`${base}/versions?from=${no - 1}&to=${no}`}>{w.between(no - 1, no)}</a> : '',
            ])}
          />
          {lines.length > PAGE_SIZE && (
            <p>
              <a href={`${base}/versions?before=${shown.at(-1)?.no}`}>{w.older}</a>
            </p>
          )}
          <Form method="get" action={`${base}/versions`}>
            <TextInput name="from" label={w.from} inputmode="numeric" width={4} value={String(compared?.from.no ?? 1)} />
            <TextInput name="to" label={w.to} inputmode="numeric" width={4} value={String(compared?.to.no ?? current?.no ?? 1)} />
            <Button kind="secondary">{w.show}</Button>
          </Form>
        </>
      )}
    </>,
  );
}

async function comparedOf({ c, tools, agreement }: At): Promise<{ from: TextVersion; to: TextVersion } | undefined> {
  const [from, to] = [numberIn(c.req.query('from')), numberIn(c.req.query('to'))];
  if (from === null || to === null || from === to) return undefined;
  const [first, second] = [await textVersion(tools.db, agreement.id, from), await textVersion(tools.db, agreement.id, to)];
  return first && second && { from: first, to: second };
}

function Compared({ at, from, to }: { at: At; from: TextVersion; to: TextVersion }) {
  const { words, base, actor, agreement } = at;
  const w = words.versions;
  const changes = changesBetween(from.sections, to.sections);
  const older = Math.min(from.no, to.no);
  return (
    <Columns>
      <h2>{w.between(from.no, to.no)}</h2>
      {changes.length === 0 ? <p>{w.same}</p> : <p class="govuk-hint">{w.legend}</p>}
      {changes.map(({ key, how, before, after }) => (
        <section class="tuntas-card">
          <h3 class="tuntas-card__title">{titleOf(after ? to.sections : from.sections, key)}</h3>
          <p>
            <Tag tone={how === 'removed' ? 'danger' : how === 'added' ? 'success' : 'info'}>{w.how[how]}</Tag>
          </p>
          {before && after && before.heading !== after.heading && <Changes before={before.heading} after={after.heading} />}
          {how !== 'moved' && <Changes before={before?.body ?? ''} after={after?.body ?? ''} />}
        </section>
      ))}
      {mayEdit(actor, agreement) && changes.length > 0 && (
        <Form action={`${base}/versions/${older}/restore`}>
          <Button kind="secondary">{w.restore(older)}</Button>
        </Form>
      )}
    </Columns>
  );
}

export async function postRestore(at: At): Promise<Response> {
  const { c, tools, actor, agreement, words, base } = at;
  readForm(c);
  const no = numberIn(c.req.param('no'));
  if (no === null || !mayEdit(actor, agreement)) return c.notFound();
  const restored = await restoreText(tools, actor, { agreementId: agreement.id, no });
  return restored.ok ? seeOther(c, base, words.versions.restored) : c.notFound();
}
