/** Writing a section; when somebody else was faster, both texts side by side, to be merged. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  Form,
  formatMoment,
  Hidden,
  InsetText,
  LinkButton,
  seeOther,
  TextArea,
} from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { CASE_REFUSALS } from '../../rules/refusals.ts';
import { looseTexts, type SectionRevision } from '../../rules/sections/section.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { sectionHistory } from '../../store/sections/sections.ts';
import { authorsOf } from './authors.ts';
import { OneSide } from './compared.tsx';
import type { SectionDesk } from './section-desk.ts';
import { wordsIn } from './words.ts';

export async function editSection(desk: SectionDesk): Promise<Response> {
  const history = await sectionHistory(desk.tools.db, desk.subject.id, desk.place);
  const aside = history.find((each) => each.isAside && String(each.revision) === desk.c.req.query('merge'));
  const current = history.find((each) => !each.isAside);
  if (aside && current && desk.mayWrite) return bothPage(desk, current, aside);
  return editPage(desk, history, current?.text ?? '', current?.revision ?? 0);
}

export async function saveSectionPage(desk: SectionDesk): Promise<Response> {
  const { c, language } = desk;
  const form = readForm(c);
  const text = form.text('text');
  const typed = form.text('revision');
  const baseRevision = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  const saved = await desk.save({ ...desk.place, text, baseRevision });
  const words = wordsIn(language);
  if (!saved.ok) {
    if (saved.refusal === 'case.absent') return c.notFound();
    const refusal = CASE_REFUSALS[saved.refusal];
    const history = await sectionHistory(desk.tools.db, desk.subject.id, desk.place);
    const status = refusal.kind === 'invalid' ? 422 : refusal.kind === 'forbidden' ? 403 : 409;
    return editPage(desk, history, text, baseRevision, { errors: [{ field: 'text', message: refusal[language] }], status });
  }
  if (saved.value.outcome === 'beside') return bothPage(desk, saved.value.theirs, saved.value.mine, 409);
  return seeOther(c, desk.back, saved.value.outcome === 'saved' ? words.saved : words.unchanged);
}

async function editPage(
  desk: SectionDesk,
  history: readonly SectionRevision[],
  text: string,
  revision: number,
  options: Parameters<SectionDesk['frame']>[2] = {},
): Promise<Response> {
  const { tools, language, own, back, zone } = desk;
  const words = wordsIn(language);
  const current = history.find((each) => !each.isAside);
  const loose = looseTexts(history);
  const author = await authorsOf(tools.db, current ? [current.author] : [], words);
  return desk.frame(
    desk.title,
    <Columns>
      <BackLink href={back} text={words.back} />
      {loose.length > 0 && desk.mayWrite && (
        <InsetText>
          {words.loose(loose.length)} <a href={`${own}?merge=${loose[0]?.revision}`}>{words.looseLink}</a>
        </InsetText>
      )}
      {current && (
        <p class="govuk-hint">
          {words.writtenBy(author(current.author))} · {formatMoment(current.at, zone, language)} ·{' '}
          <a href={`${own}/history`}>{words.history}</a>
        </p>
      )}
      {desk.mayWrite ? (
        <Form action={own} errors={options.errors ?? []}>
          <Hidden name="revision" value={String(revision)} />
          <TextArea name="text" label={words.text} hint={desk.hint} value={text} rows={14} maxCharacters={LONGEST_TEXT} />
          <Button>{words.save}</Button>
        </Form>
      ) : (
        <>
          <p class="govuk-hint">{words.readOnly}</p>
          <p class="tuntas-preserve">{text || words.empty}</p>
        </>
      )}
    </Columns>,
    options,
  );
}

async function bothPage(desk: SectionDesk, theirs: SectionRevision, mine: SectionRevision, status?: 409): Promise<Response> {
  const { tools, language, own, back } = desk;
  const words = wordsIn(language);
  const author = await authorsOf(tools.db, [theirs.author, mine.author], words);
  const who = author(theirs.author);
  return desk.frame(
    desk.title,
    <>
      <h2>{words.both.title}</h2>
      <p>{words.both.lead(who)}</p>
      <p class="govuk-hint">{words.both.legend}</p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <h3>{words.both.theirs(who)}</h3>
          <OneSide theirs={theirs.text} mine={mine.text} side="theirs" marked={words.both.theirsOnly} />
        </div>
        <div class="govuk-grid-column-one-half">
          <h3>{words.both.mine}</h3>
          <OneSide theirs={theirs.text} mine={mine.text} side="mine" marked={words.both.mineOnly} />
        </div>
      </div>
      <Form action={own}>
        <Hidden name="revision" value={String(theirs.revision)} />
        <TextArea
          name="text"
          label={words.both.merged}
          hint={words.both.mergedHint}
          value={[mine.text, theirs.text].filter(Boolean).join('\n\n')}
          rows={16}
          maxCharacters={LONGEST_TEXT}
        />
        <ButtonGroup>
          <Button>{words.both.saveMerged}</Button>
          <LinkButton href={back} kind="secondary">
            {words.both.keepTheirs}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>,
    status ? { status } : {},
  );
}
