/** `/desk/cases/:id/respondents`: agencies and positions, those of now and those that were, with the reasons of changes. */
import {
  Button,
  formatDay,
  formatMoment,
  Hidden,
  LinkButton,
  Radios,
  SummaryList,
  TextArea,
  TextInput,
  Timeline,
} from '../../../design/index.ts';
import { type Agency, searchAgencies } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { addRespondent, removeRespondent } from '../../actions/examination/respondents.ts';
import { type Respondent, respondentsOf } from '../../rules/case.ts';
import { ENTRY_KINDS } from '../../rules/entry-kinds.ts';
import { mayRecord } from '../../rules/examination/permissions.ts';
import { caseEntries } from '../../store/timeline.ts';
import { casePage } from '../case-frame.tsx';
import { type OpenedCase, versionOf } from '../opened.tsx';
import { type At, type FormSpec, mountForm } from './form-page.tsx';
import { partiesOf } from './parties.ts';
import { wordsIn } from './words.ts';

const FOUND = 15;

export async function respondentsPage(opened: OpenedCase): Promise<Response> {
  const { tools, file, actor, path, language } = opened;
  const words = wordsIn(language).respondents;
  const entries = (await caseEntries(tools.db, file.id, ['internal'])).filter((entry) => entry.kind.startsWith('respondent-'));
  const parties = await partiesOf(
    opened,
    entries.map((entry) => entry.author),
  );
  const write = mayRecord(file, actor);
  const day = (at: Parameters<typeof dayOf>[0]) => formatDay(dayOf(at, file.zone), language);
  const card = (each: Respondent) => (
    <SummaryList
      title={each.position}
      rows={[
        { key: words.agency, value: parties.agencies.get(each.agencyId)?.name ?? '' },
        {
          key: words.superior,
          value:
            [each.superiorPosition, each.superiorAgencyId ? parties.agencies.get(each.superiorAgencyId)?.name : '']
              .filter(Boolean)
              .join(', ') || '–',
        },
        { key: words.since, value: day(each.addedAt) },
        each.removedAt && { key: words.until, value: day(each.removedAt) },
        write &&
          !each.removedAt && {
            key: words.remove,
            value: <a href={`${path}/respondents/${each.id}/remove`}>{words.removeTitle(each.position)}</a>,
          },
      ]}
    />
  );
  const former = file.respondents.filter((each) => each.removedAt !== null);
  return casePage(
    opened,
    'examination',
    words.title,
    <>
      <p>{words.lead}</p>
      {respondentsOf(file).map(card)}
      {write && (
        <p>
          <LinkButton href={`${path}/respondents/new`}>{words.add}</LinkButton>
        </p>
      )}
      {former.length > 0 && <h2>{words.former}</h2>}
      {former.map(card)}
      {entries.length > 0 && (
        <>
          <h2>{words.history}</h2>
          <Timeline
            items={entries.map((entry) => ({
              title: ENTRY_KINDS[entry.kind]?.[language] ?? words.reason,
              by: parties.author(entry.author),
              when: formatMoment(entry.at, file.zone, language),
              body: <p class="tuntas-preserve">{entry.text}</p>,
            }))}
          />
        </>
      )}
    </>,
  );
}

export function mountRespondentForms(app: WebRoutes): void {
  mountForm(app, add);
  mountForm(app, remove);
}

async function agenciesFound(at: At<null>): Promise<readonly Agency[]> {
  const query = at.typed('q').trim().slice(0, 100);
  if (query === '') return [];
  const near = at.file.regionCode ? await searchAgencies(at.tools.db, query, at.file.regionCode, FOUND) : [];
  const far = near.length < FOUND ? await searchAgencies(at.tools.db, query, undefined, FOUND) : [];
  return [...new Map([...near, ...far].map((agency) => [agency.id, agency])).values()].slice(0, FOUND);
}

const add: FormSpec<null> = {
  address: 'respondents/new',
  section: 'examination',
  load: () => null,
  may: ({ file, actor }) => mayRecord(file, actor),
  title: ({ words }) => words.respondents.addTitle,
  back: ({ path, words }) => ({ href: `${path}/respondents`, text: words.respondents.back }),
  isLookUp: (form) => form.has('find'),
  async body(at) {
    const words = at.words.respondents;
    const found = await agenciesFound(at);
    return (
      <>
        <TextInput name="q" label={words.search} hint={words.searchHint} value={at.typed('q')} type="search" />
        <Button kind="secondary" name="find" value="yes">
          {words.find}
        </Button>
        {at.typed('q').trim() !== '' && found.length === 0 && <p>{words.nothingFound}</p>}
        {found.length > 0 ? (
          <Radios
            name="agency"
            label={words.agency}
            choices={found.map((each) => ({ value: each.id, label: each.name }))}
            value={at.typed('agency')}
          />
        ) : (
          <Hidden name="agency" value="" />
        )}
        <TextInput
          name="position"
          label={words.position}
          hint={words.positionHint}
          optional
          value={at.typed('position')}
          maxlength={300}
        />
        <TextInput
          name="superior"
          label={words.superiorPosition}
          hint={words.superiorHint}
          optional
          value={at.typed('superior')}
          maxlength={300}
        />
        <TextArea name="reason" label={words.reason} value={at.typed('reason')} rows={3} />
      </>
    );
  },
  button: ({ words }) => words.respondents.save,
  fields: { 'case.agency-missing': 'q', 'case.respondent-known': 'position', otherwise: 'reason' },
  async send(at, form) {
    const agencyId = at.typed('agency');
    if (!isUuid(agencyId)) return refuse('case.agency-missing');
    const target = { caseId: at.file.id, version: versionOf(form.text('version')) };
    const order = {
      agencyId,
      position: at.typed('position'),
      superiorPosition: at.typed('superior'),
      reason: at.typed('reason'),
    };
    return addRespondent(at.tools, at.actor, target, order);
  },
  done: ({ path, words }) => ({ href: `${path}/respondents`, text: words.respondents.added }),
};

const remove: FormSpec<Respondent> = {
  address: 'respondents/:respondent/remove',
  section: 'examination',
  load: ({ c, file }) => respondentsOf(file).find((each) => each.id === c.req.param('respondent')),
  may: ({ file, actor }) => mayRecord(file, actor),
  title: ({ words, data }) => words.respondents.removeTitle(data.position),
  back: ({ path, words }) => ({ href: `${path}/respondents`, text: words.respondents.back }),
  body: (at) => <TextArea name="reason" label={at.words.respondents.reason} value={at.typed('reason')} rows={4} />,
  button: ({ words }) => words.respondents.removeButton,
  isWarning: true,
  fields: { otherwise: 'reason' },
  send(at, form) {
    const target = { caseId: at.file.id, version: versionOf(form.text('version')) };
    return removeRespondent(at.tools, at.actor, target, { respondentId: at.data.id, reason: at.typed('reason') });
  },
  done: ({ path, words }) => ({ href: `${path}/respondents`, text: words.respondents.removed }),
};
