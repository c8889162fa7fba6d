/** Whom it is about. "I don't know" is an answer like any other; suggestions come from place and category. */
import { Hidden, PageHeading, Radios, SearchBox } from '../../../../design/index.ts';
import { type Agency, agencyByCode, codeAt, searchAgencies, suggestOffices } from '../../../../directory/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { type Draft, isComplaintClass, NO_PLACE, stepsOf, UNKNOWN_AGENCY } from '../../../rules/draft.ts';
import { FILING_FAULTS } from '../../filing-faults.ts';
import { openAgency } from '../../filing-schema.ts';
import { pathOf, type Question, QuestionForm, questionPage } from '../question.tsx';
import { wordsFor } from '../wizard.ts';

const SUGGESTED = 5;
const FOUND = 10;

interface Offer {
  readonly agency: Agency;
  /** Why it is offered. */
  readonly reason: string | undefined;
}

export const agencyQuestion: Question = {
  step: 'agency',
  inputs: { agency: 'agency' },
  read: (form, draft) => ({ ...draft, agency: form.text('agency') }),
  async check(c, { agency }) {
    if (agency === UNKNOWN_AGENCY) return [];
    if (agency === '') return [{ field: 'agency', message: wordsFor(c).agency.missing }];
    const { db, clock } = c.get('tools');
    if (agency.length <= 100 && (await openAgency(db, agency, dayOf(clock.now(), 'Asia/Jakarta')))) return [];
    return [{ field: 'agency', message: FILING_FAULTS['agency-unknown'][c.get('language')] }];
  },
  async show(c, view) {
    const words = wordsFor(c).agency;
    const asked = askedOf(c);
    const found = asked === '' ? [] : await findAgencies(c, view.draft, asked);
    const offers = found.length > 0 ? found : await offersFor(c, view.draft);
    const title = words.title[isComplaintClass(view.draft.class) ? view.draft.class : 'complaint'];
    return questionPage(
      c,
      view,
      { title },
      <>
        <PageHeading>{title}</PageHeading>
        <SearchBox action={pathOf(view.wizard, 'agency')} label={words.search} hint={words.searchHint} value={asked}>
          {view.fromCheck && <Hidden name="from" value="check" />}
        </SearchBox>
        {asked !== '' && found.length === 0 && <p>{words.nothingFound(asked)}</p>}
        <QuestionForm c={c} view={view}>
          {asked !== '' && <Hidden name="q" value={asked} />}
          <Radios
            name="agency"
            label={words.suggested}
            hint={words.hint}
            value={view.draft.agency}
            choices={[
              ...(await withChosen(c, view.draft, offers)).map(({ agency, reason }) => ({
                value: agency.code,
                label: agency.name,
                hint: reason,
              })),
              {
                value: UNKNOWN_AGENCY,
                label: words.unknown,
                hint: words.unknownHint,
                ...(offers.length > 0 ? { divider: words.or } : {}),
              },
            ]}
          />
        </QuestionForm>
      </>,
    );
  },
};

function askedOf(c: WebContext): string {
  const typed = c.req.method === 'POST' ? readForm(c).text('q') : (c.req.query('q') ?? '');
  return typed.trim().slice(0, 100);
}

function placeOf(draft: Draft): string | null {
  return draft.region === '' || draft.region === NO_PLACE ? null : draft.region;
}

async function findAgencies(c: WebContext, draft: Draft, asked: string): Promise<Offer[]> {
  const { db } = c.get('tools');
  const here = await searchAgencies(db, asked, placeOf(draft) ?? undefined, FOUND);
  // What is not found at the place may be meant elsewhere: an office of the province next door, a ministry's branch.
  const all = here.length > 0 ? here : await searchAgencies(db, asked, undefined, FOUND);
  return all.map((agency) => ({ agency, reason: undefined }));
}

/** Offices competent for the category at the place, then the governments of the place. */
async function offersFor(c: WebContext, draft: Draft): Promise<Offer[]> {
  const { db } = c.get('tools');
  const language = c.get('language');
  const place = placeOf(draft);
  const asksCategory = stepsOf(draft, 'citizen').includes('category');
  const suggested = asksCategory && draft.category !== '' ? await suggestOffices(db, draft.category, place, SUGGESTED) : [];
  const offers: Offer[] = suggested.map(({ agency, reason }) => ({ agency, reason: reason[language] }));
  for (const level of ['regency', 'province'] as const) {
    const code = place === null ? undefined : codeAt(place, level);
    const government = code === undefined ? undefined : await agencyByCode(db, code);
    if (government && !offers.some((each) => each.agency.id === government.id)) {
      offers.push({ agency: government, reason: wordsFor(c).agency.ofPlace });
    }
  }
  return offers;
}

/** What was chosen before stays among the choices, first. */
async function withChosen(c: WebContext, draft: Draft, offers: readonly Offer[]): Promise<readonly Offer[]> {
  const { agency: code } = draft;
  if (code === '' || code === UNKNOWN_AGENCY || code.length > 100 || offers.some((each) => each.agency.code === code))
    return offers;
  const { db, clock } = c.get('tools');
  const chosen = await openAgency(db, code, dayOf(clock.now(), 'Asia/Jakarta'));
  return chosen ? [{ agency: chosen, reason: undefined }, ...offers] : offers;
}
