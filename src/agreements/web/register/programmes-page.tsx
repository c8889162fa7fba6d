/** `/desk/agreements/programmes`: what agreements are about, and adding to it. */
import {
  BackLink,
  Button,
  Columns,
  type FieldErrors,
  Form,
  Hidden,
  PageHeading,
  page,
  seeOther,
  Table,
  Tag,
  TextInput,
} from '../../../design/index.ts';
import { type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { addProgramme, closeProgramme, mayKeepProgrammes } from '../../actions/register/add-programme.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { programmes } from '../../store/programmes.ts';
import { programmeUse } from '../../store/register/programmes.ts';
import { AGREEMENTS } from '../opened.tsx';
import { wordsIn } from './words.ts';

const PATH = `${AGREEMENTS}/programmes`;

export const programmesPage = officersOnly(async (asked) => {
  if (!(await mayKeepProgrammes(asked.tools.db, asked.actor))) return asked.c.notFound();
  return show(asked, { labelId: '', labelEn: '' });
});

export const postProgramme = officersOnly(async (asked) => {
  const { c, tools, actor, language } = asked;
  if (!(await mayKeepProgrammes(tools.db, actor))) return c.notFound();
  const form = readForm(c);
  const words = wordsIn(language).programmes;
  const code = form.text('close') || form.text('open');
  const typed = { labelId: form.text('labelId'), labelEn: form.text('labelEn') };
  const done = code ? await closeProgramme(tools, actor, code, form.has('close')) : await addProgramme(tools, actor, typed);
  if (done.ok) return seeOther(c, PATH, code ? words.changed : words.added);
  const status = refusalStatus(AGREEMENT_REFUSALS[done.refusal].kind);
  return show(asked, typed, [{ field: 'labelId', message: AGREEMENT_REFUSALS[done.refusal][language] }], status);
});

async function show(
  { c, tools, language, now }: OfficerAsked,
  typed: { readonly labelId: string; readonly labelEn: string },
  errors: FieldErrors = [],
  status?: number,
): Promise<Response> {
  const w = wordsIn(language).programmes;
  const [all, use] = await Promise.all([programmes(tools.db), programmeUse(tools.db)]);
  const today = dayOf(now, 'Asia/Jakarta');
  return page(
    c,
    { title: w.title, before: <BackLink href={AGREEMENTS} text={wordsIn(language).desk.title} />, errors, status },
    <>
      <PageHeading>{w.title}</PageHeading>
      <p>{w.lead}</p>
      <Table
        id="programmes"
        caption={w.title}
        captionSize="hidden"
        stacked
        columns={[{ label: w.name }, { label: w.agreements, numeric: true }, { label: w.state }]}
        rows={all.map(({ code, label, validUntil }) => {
          const isClosed = validUntil !== null && validUntil.until(today).sign >= 0;
          const known = use.get(code);
          return [
            label[language],
            <a href={`${AGREEMENTS}/all?programme=${code}`}>{String(known?.agreements ?? 0)}</a>,
            known?.isShipped ? (
              w.shipped
            ) : (
              <Form action={PATH}>
                <Hidden name="labelId" value="" />
                <Hidden name="labelEn" value="" />
                {isClosed && <Tag>{w.closed}</Tag>}{' '}
                <Button kind="secondary" name={isClosed ? 'open' : 'close'} value={code}>
                  {isClosed ? w.open(label[language]) : w.close(label[language])}
                </Button>
              </Form>
            ),
          ];
        })}
      />
      <Columns>
        <h2>{w.add}</h2>
        <Form action={PATH}>
          <TextInput name="labelId" label={w.labelId} hint={w.labelHint} value={typed.labelId} maxlength={120} />
          <TextInput name="labelEn" label={w.labelEn} value={typed.labelEn} maxlength={120} optional />
          <Button>{w.save}</Button>
        </Form>
      </Columns>
    </>,
  );
}
