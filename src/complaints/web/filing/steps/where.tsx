/**
 * The region, narrowed down from province to village, one list a page, or found by its name. Every list may be left open below the
 * province; what was chosen so far always counts.
 */
import { Button, Form, Hidden, PageHeading, Radios, SearchBox, Select } from '../../../../design/index.ts';
import {
  codeAt,
  isRegionCode,
  levelOf,
  liesIn,
  type Region,
  type RegionLevel,
  regionByCode,
  regionChain,
  regionsIn,
  searchRegions,
} from '../../../../directory/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { isComplaintClass, NO_PLACE } from '../../../rules/draft.ts';
import { FILING_FAULTS } from '../../filing-faults.ts';
import { isOpenRegion } from '../../filing-schema.ts';
import { pathOf, type Question, QuestionForm, questionPage, type View, withReturn } from '../question.tsx';
import { wordsFor } from '../wizard.ts';

const BELOW: Readonly<Record<RegionLevel, RegionLevel | undefined>> = {
  province: 'regency',
  regency: 'district',
  district: 'village',
  village: undefined,
};
const FOUND = 12;

/** Only a complaint is narrowed below the regency: a wish or a question has no scene. */
function levelBelow(view: View, level: RegionLevel): RegionLevel | undefined {
  const below = BELOW[level];
  return below === 'district' && view.draft.class !== 'complaint' ? undefined : below;
}

export const whereQuestion: Question = {
  step: 'where',
  inputs: { region: 'region' },
  read(form, draft) {
    if (form.text('nowhere') !== '') return { ...draft, region: NO_PLACE };
    const chosen = form.text('region') || form.text('in');
    // A wider region chosen again keeps what was chosen inside it, so that going through the lists loses nothing.
    const keeps =
      form.text('region') !== '' && isRegionCode(chosen) && isRegionCode(draft.region) && liesIn(draft.region, chosen);
    return keeps ? draft : { ...draft, region: chosen };
  },
  async check(c, { region }) {
    if (region === '' || region === NO_PLACE) return [];
    const { db, clock } = c.get('tools');
    if (await isOpenRegion(db, region, dayOf(clock.now(), 'Asia/Jakarta'))) return [];
    return [{ field: 'region', message: FILING_FAULTS['region-unknown'][c.get('language')] }];
  },
  after(view, form) {
    const chosen = form.text('region');
    const level = levelOf(chosen);
    if (form.text('nowhere') !== '' || level === undefined || levelBelow(view, level) === undefined) return undefined;
    // Who searched for a district or a village by name has said it as exactly as they want to.
    if (form.has('found') && level !== 'province') return undefined;
    return withReturn(view, `${pathOf(view.wizard, 'where')}?in=${chosen}`);
  },
  async show(c, view) {
    const within = await openedRegion(c);
    const asked = (c.req.query('q') ?? '').trim().slice(0, 100);
    const level = within ? (BELOW[within.level] ?? 'village') : 'province';
    const words = wordsFor(c).where;
    const title = words.title[isComplaintClass(view.draft.class) ? view.draft.class : 'complaint'];
    const found = asked === '' ? [] : await searchRegions(c.get('tools').db, asked, undefined, FOUND);
    const back = within && withReturn(view, whereIn(view, within.parentCode));
    return questionPage(
      c,
      view,
      { title: within ? `${words[level]} – ${title}` : title, back },
      <>
        <PageHeading>{title}</PageHeading>
        {within && <p>{words.within((await regionChain(c.get('tools').db, within.code)) ?? within.name)}</p>}
        {!within && <SearchPlaces c={c} view={view} asked={asked} />}
        {asked !== '' && found.length === 0 && <p>{words.nothingFound(asked)}</p>}
        {found.length > 0 ? (
          <QuestionForm c={c} view={view}>
            <Hidden name="found" value="yes" />
            <Radios
              name="region"
              label={words.found(asked)}
              choices={found.map((each) => ({ value: each.code, label: each.chain }))}
              value={view.draft.region}
            />
          </QuestionForm>
        ) : (
          <Lists c={c} view={view} within={within} level={level} />
        )}
        {found.length > 0 && (
          <p>
            <a href={withReturn(view, whereIn(view, null))}>{words.list}</a>
          </p>
        )}
      </>,
    );
  },
};

function whereIn(view: View, code: string | null): string {
  const path = pathOf(view.wizard, 'where');
  return code === null ? path : `${path}?in=${code}`;
}

/** The region whose parts are listed: from the address, or from the form that is shown again. */
async function openedRegion(c: WebContext): Promise<Region | undefined> {
  const code = c.req.method === 'POST' ? readForm(c).text('in') : (c.req.query('in') ?? '');
  const region = isRegionCode(code) ? await regionByCode(c.get('tools').db, code) : undefined;
  return region && BELOW[region.level] !== undefined ? region : undefined;
}

function SearchPlaces(props: { c: WebContext; view: View; asked: string }) {
  const words = wordsFor(props.c).where;
  return (
    <SearchBox action={pathOf(props.view.wizard, 'where')} label={words.search} hint={words.searchHint} value={props.asked}>
      {props.view.fromCheck && <Hidden name="from" value="check" />}
    </SearchBox>
  );
}

async function Lists(props: { c: WebContext; view: View; within: Region | undefined; level: RegionLevel }) {
  const { c, view, within, level } = props;
  const words = wordsFor(c).where;
  const regions = await regionsIn(c.get('tools').db, within?.code ?? null);
  const { region } = view.draft;
  return (
    <>
      <QuestionForm c={c} view={view}>
        {within && <Hidden name="in" value={within.code} />}
        <Select
          name="region"
          label={words[level]}
          optional={within !== undefined}
          narrowing
          emptyLabel={within === undefined ? words.choose : level === 'regency' ? words.unknownRegency : words.unknown}
          value={isRegionCode(region) ? codeAt(region, level) : undefined}
          options={regions.map((each) => ({ value: each.code, label: each.name }))}
        />
      </QuestionForm>
      {!within && (
        <Form action={pathOf(view.wizard, 'where')}>
          {view.fromCheck && <Hidden name="from" value="check" />}
          <p class="govuk-hint">{words.noPlaceHint}</p>
          <Button kind="secondary" name="nowhere" value="yes">
            {words.noPlace}
          </Button>
        </Form>
      )}
    </>
  );
}
