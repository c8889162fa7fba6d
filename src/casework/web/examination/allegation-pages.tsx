/** `/desk/cases/:id/allegations`: what is alleged against whom, with evidence, analysis and finding. */
import { BackLink, Details, formatDay, InsetText, LinkButton, SummaryList, Table, Tag } from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { STAGE_LABELS } from '../../rules/case.transitions.ts';
import { type Allegation, FINDING_LABELS, JUDGING_STAGES } from '../../rules/examination/allegation.ts';
import { STANCE_LABELS } from '../../rules/examination/evidence.ts';
import { FORM_CODES, FORMS, FORMS_STANDING } from '../../rules/examination/forms.ts';
import { mayExamine, mayRecord } from '../../rules/examination/permissions.ts';
import { ANALYSIS_DOCUMENT } from '../../rules/examination/plan.ts';
import { allegationsOf, evidenceLinksOf } from '../../store/examination/allegations.ts';
import { evidenceOf } from '../../store/examination/evidence.ts';
import { sectionsOf } from '../../store/sections/sections.ts';
import { casePage } from '../case-frame.tsx';
import type { OpenedCase } from '../opened.tsx';
import { partiesOf } from './parties.ts';
import { type ExaminationWords, wordsIn } from './words.ts';

export async function allegationOf({ c, tools, file }: OpenedCase): Promise<Allegation | undefined> {
  return (await allegationsOf(tools.db, file.id)).find((each) => each.id === c.req.param('allegation'));
}

export async function allegationsPage(opened: OpenedCase): Promise<Response> {
  const { tools, file, actor, path, language } = opened;
  const words = wordsIn(language);
  const [allegations, links, parties] = await Promise.all([
    allegationsOf(tools.db, file.id),
    evidenceLinksOf(tools.db, file.id),
    partiesOf(opened),
  ]);
  const count = (allegation: Allegation) =>
    links.filter((link) => link.allegationId === allegation.id && link.stance !== 'none').length;
  return casePage(
    opened,
    'allegations',
    words.allegations.title,
    <>
      {allegations.length === 0 ? (
        <p>{words.allegations.none}</p>
      ) : (
        <Table
          id="allegations"
          caption={words.allegations.count(allegations.length)}
          captionSize="s"
          stacked
          columns={[
            { label: words.allegations.form },
            { label: words.allegations.respondent },
            { label: words.allegations.evidence, numeric: true },
            { label: words.allegations.finding },
          ]}
          rows={allegations.map((each) => [
            <a href={`${path}/allegations/${each.id}`}>{words.allegations.one(each.no, FORMS[each.form].label[language])}</a>,
            parties.respondent(each.respondentId),
            String(count(each)),
            <FindingTag allegation={each} words={words} language={language} />,
          ])}
        />
      )}
      {mayRecord(file, actor) && (
        <p>
          <LinkButton href={`${path}/allegations/new`}>{words.allegations.add}</LinkButton>
        </p>
      )}
      <FormsExplained language={language} words={words} />
    </>,
    { wide: true },
  );
}

export async function allegationPage(opened: OpenedCase): Promise<Response> {
  const { c, tools, file, actor, path, language } = opened;
  const words = wordsIn(language);
  const allegation = await allegationOf(opened);
  if (!allegation) return c.notFound();
  const [links, items, analyses, parties] = await Promise.all([
    evidenceLinksOf(tools.db, file.id),
    evidenceOf(tools.db, file.id),
    sectionsOf(tools.db, file.id, ANALYSIS_DOCUMENT),
    partiesOf(opened, [allegation.raisedBy, ...(allegation.judgedBy ? [allegation.judgedBy] : [])]),
  ]);
  const own = `${path}/allegations/${allegation.id}`;
  const section = `${path}/sections/${ANALYSIS_DOCUMENT}/${allegation.id}`;
  const analysis = analyses.get(allegation.id)?.text ?? '';
  const linked = links.filter((link) => link.allegationId === allegation.id && link.stance !== 'none');
  const day = (at: Parameters<typeof dayOf>[0]) => formatDay(dayOf(at, file.zone), language);
  const judges = mayExamine(file, actor) && JUDGING_STAGES.includes(file.stage);
  const form = FORMS[allegation.form];
  return casePage(
    opened,
    'allegations',
    words.allegations.one(allegation.no, form.label[language]),
    <>
      <BackLink href={`${path}/allegations`} text={words.allegations.back} />
      <SummaryList
        rows={[
          { key: words.allegations.form, value: `${form.label[language]}. ${form.meaning[language]}` },
          { key: words.allegations.respondent, value: parties.respondent(allegation.respondentId) },
          { key: words.allegations.description, value: <span class="tuntas-preserve">{allegation.description}</span> },
          {
            key: words.allegations.raised,
            value: words.allegations.raisedAt(
              STAGE_LABELS[allegation.raisedStage][language].toLowerCase(),
              day(allegation.raisedAt),
            ),
          },
          { key: words.allegations.filed, value: parties.author(allegation.raisedBy) },
          { key: words.allegations.finding, value: <FindingTag allegation={allegation} words={words} language={language} /> },
          allegation.finding !== null && {
            key: words.allegations.reason,
            value: (
              <>
                <span class="tuntas-preserve">{allegation.reason}</span>
                {allegation.judgedBy && allegation.judgedAt && (
                  <p class="govuk-hint">
                    {parties.author(allegation.judgedBy)}, {day(allegation.judgedAt)}
                  </p>
                )}
              </>
            ),
          },
        ]}
      />
      {judges && (
        <p>
          <LinkButton href={`${own}/finding`}>
            {allegation.finding ? words.allegations.judgeAgain : words.allegations.judge}
          </LinkButton>
        </p>
      )}
      {mayRecord(file, actor) && (
        <p>
          <a href={`${own}/edit`}>{words.allegations.edit}</a>
        </p>
      )}
      <h2>{words.allegations.evidence}</h2>
      {linked.length === 0 ? (
        <p>{words.allegations.evidenceNone}</p>
      ) : (
        <Table
          id="linked"
          caption={words.evidence.count(linked.length)}
          captionSize="s"
          stacked
          columns={[
            { label: words.allegations.linkItem },
            { label: words.allegations.stance },
            { label: words.allegations.note },
          ]}
          rows={linked.map((link) => {
            const item = items.find((each) => each.id === link.evidenceId);
            return [
              <a href={`${path}/evidence/${link.evidenceId}`}>
                {words.evidence.item(item?.no ?? 0)}: {item?.description}
              </a>,
              link.stance === 'none' ? '' : STANCE_LABELS[link.stance][language],
              link.note || '–',
            ];
          })}
        />
      )}
      {mayRecord(file, actor) &&
        (items.length === 0 ? (
          <p>
            {words.allegations.evidenceRegisterEmpty} <a href={`${path}/evidence/new`}>{words.evidence.add}</a>
          </p>
        ) : (
          <p>
            <LinkButton kind="secondary" href={`${own}/evidence`}>
              {words.allegations.link}
            </LinkButton>
          </p>
        ))}
      <h2>{words.allegations.analysis}</h2>
      <p class="tuntas-preserve">{analysis || words.allegations.analysisNone}</p>
      <p>
        {mayExamine(file, actor) ? (
          <a href={section}>{words.allegations.writeAnalysis}</a>
        ) : (
          analysis !== '' && <a href={`${section}/history`}>{words.allegations.readAnalysis}</a>
        )}
      </p>
    </>,
  );
}

function FindingTag(props: { allegation: Allegation; words: ExaminationWords; language: 'id' | 'en' }) {
  const { allegation, words, language } = props;
  if (allegation.finding === null) return <Tag tone="neutral">{words.allegations.noFinding}</Tag>;
  const tone = { found: 'danger', 'not-found': 'success', 'not-examined': 'warning' } as const;
  return <Tag tone={tone[allegation.finding]}>{FINDING_LABELS[allegation.finding][language]}</Tag>;
}

/** The ten forms with their meaning, and that whether the newer regulation keeps them is not confirmed. */
export function FormsExplained({ language, words }: { language: 'id' | 'en'; words: ExaminationWords }) {
  return (
    <Details summary={words.allegations.form}>
      <InsetText>{FORMS_STANDING[language]}</InsetText>
      <dl>
        {FORM_CODES.map((code) => (
          <>
            <dt>
              <strong>{FORMS[code].label[language]}</strong>
            </dt>
            <dd>{FORMS[code].meaning[language]}</dd>
          </>
        ))}
      </dl>
    </Details>
  );
}
