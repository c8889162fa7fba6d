/** Where it happened (province, then regency), and whom it is about. */
import { Button, Form, Hidden, PageHeading, Radios, SearchBox, Select, TextInput } from '../../../../design/index.ts';
import {
  type Agency,
  agencyByCode,
  codeAt,
  isRegionCode,
  levelOf,
  regionByCode,
  regionsIn,
  searchAgencies,
} from '../../../../directory/index.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { NO_REGION, UNKNOWN_AGENCY } from '../../../rules/intake/answers.ts';
import { type StepBody, StepForm, type StepView } from '../step-page.tsx';

/** The province whose regencies are listed: from the address, or from the form that is shown again. */
async function openedProvince({ site }: StepView) {
  const { c, tools } = site;
  const code = c.req.method === 'POST' ? readForm(c).text('in') : (c.req.query('in') ?? '');
  return isRegionCode(code) && levelOf(code) === 'province' ? regionByCode(tools.db, code) : undefined;
}

const withReturn = (view: StepView, path: string): string =>
  view.fromCheck ? `${path}${path.includes('?') ? '&' : '?'}from=check` : path;

export const whereBody: StepBody = {
  title: ({ site }) => site.words.where.title,
  after(view, form) {
    const chosen = form.text('region');
    if (form.has('nowhere') || form.has('in') || levelOf(chosen) !== 'province') return undefined;
    return withReturn(view, `${view.site.base}/where?in=${chosen}`);
  },
  async body(view) {
    const { site, draft } = view;
    const words = site.words.where;
    const { region, place } = draft.answers;
    const within = await openedProvince(view);
    const regions = await regionsIn(site.tools.db, within?.code ?? null);
    const level = within ? 'regency' : 'province';
    return (
      <>
        <PageHeading>{words.title}</PageHeading>
        {within && <p>{words.within(within.name)}</p>}
        <StepForm view={view}>
          {within && <Hidden name="in" value={within.code} />}
          <Select
            name="region"
            label={words[level]}
            narrowing
            emptyLabel={within ? words.unknownRegency : words.choose}
            value={isRegionCode(region) ? codeAt(region, level) : undefined}
            options={regions.map((each) => ({ value: each.code, label: each.name }))}
          />
          {within && <TextInput name="place" label={words.place} hint={words.placeHint} optional value={place} maxlength={300} />}
        </StepForm>
        {!within && (
          <Form action={`${site.base}/where`}>
            {view.fromCheck && <Hidden name="from" value="check" />}
            <Hidden name="place" value={place} />
            <Button kind="secondary" name="nowhere" value="yes">
              {words.nowhere}
            </Button>
          </Form>
        )}
      </>
    );
  },
};

const FOUND = 12;

export const agencyBody: StepBody = {
  title: ({ site }) => site.words.agency.title,
  async body(view) {
    const { site, draft } = view;
    const words = site.words.agency;
    const { agency, respondent } = draft.answers;
    const asked = askedOf(view);
    const found = await offered(view, asked);
    return (
      <>
        <PageHeading>{words.title}</PageHeading>
        <SearchBox action={`${site.base}/agency`} label={words.search} hint={words.searchHint} value={asked}>
          {view.fromCheck && <Hidden name="from" value="check" />}
        </SearchBox>
        {asked !== '' && found.length === 0 && <p>{words.nothingFound(asked)}</p>}
        <StepForm view={view}>
          {asked !== '' && <Hidden name="q" value={asked} />}
          <Radios
            name="agency"
            label={words.label}
            value={agency}
            choices={[
              ...found.map((each) => ({ value: each.code, label: each.name })),
              { value: UNKNOWN_AGENCY, label: words.other, ...(found.length > 0 ? { divider: words.or } : {}) },
            ]}
          />
          <TextInput name="respondent" label={words.respondent} hint={words.respondentHint} value={respondent} maxlength={300} />
        </StepForm>
      </>
    );
  },
};

function askedOf({ site: { c } }: StepView): string {
  const typed = c.req.method === 'POST' ? readForm(c).text('q') : (c.req.query('q') ?? '');
  return typed.trim().slice(0, 100);
}

/** What was searched for, near the place first; else the governments of the place; what was chosen before stays first. */
async function offered(view: StepView, asked: string): Promise<Agency[]> {
  const { db } = view.site.tools;
  const { region, agency } = view.draft.answers;
  const place = region !== NO_REGION && isRegionCode(region) ? region : undefined;
  const found: Agency[] = [];
  if (asked !== '') {
    const here = await searchAgencies(db, asked, place, FOUND);
    found.push(...(here.length > 0 ? here : await searchAgencies(db, asked, undefined, FOUND)));
  } else {
    for (const level of ['regency', 'province'] as const) {
      const code = place && codeAt(place, level);
      const government = code && (await agencyByCode(db, code));
      if (government) found.push(government);
    }
  }
  const chosen = agency === '' || agency === UNKNOWN_AGENCY || agency.length > 100 ? undefined : await agencyByCode(db, agency);
  return chosen && !found.some((each) => each.id === chosen.id) ? [chosen, ...found] : found;
}
