/** `/desk/agreements/rad/evaluations/{year}`: all governments an evaluator looks after, live beside what was taken; taken for many at once. */

import {
  BackLink,
  Button,
  Checkboxes,
  Form,
  Hidden,
  InsetText,
  PageHeading,
  page,
  StatusTag,
  SubNavigation,
  seeOther,
  Table,
} from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { whomToAsk } from '../../actions/rad/collections.ts';
import { takeEvaluation } from '../../actions/rad/evaluations.ts';
import { liveFiguresOf } from '../../actions/rad/figures.ts';
import { EVALUATION_STATE_LABELS } from '../../rules/rad/evaluation.ts';
import { FIRST_RAD_YEAR } from '../../rules/rad/rad.ts';
import { evaluationsOfYear } from '../../store/rad/evaluations.ts';
import { governmentPath, RAD_DESK, RESULTS } from './addresses.ts';
import { type Again, type AskedRad, again } from './asked.ts';
import { ScoreText } from './figures-table.tsx';
import { keptOpeners } from './keepers.ts';
import { EVALUATION_TONES } from './tones.ts';

export async function resultsPage(asked: AskedRad, wrong?: Again): Promise<Response> {
  const { c, tools, words, language, now } = asked;
  const openers = await keptOpeners(asked);
  const opener = openers.find(({ value }) => value === c.req.query('of')) ?? openers[0];
  const known = opener && (await whomToAsk(tools.db, opener.value));
  const thisYear = dayOf(now, opener?.zone ?? 'Asia/Jakarta').year;
  const typed = c.req.param('year') ?? String(thisYear);
  if (!opener || !known || !/^2\d{3}$/.test(typed) || Number(typed) > thisYear) return c.notFound();
  const year = Number(typed);
  const taken = await evaluationsOfYear(tools.db, year, { governmentIds: known.map(({ agency }) => agency.id) });
  const figures = await liveFiguresOf(tools, known, year);
  const lines = known.map((government) => ({
    ...{ government, live: figures.get(government.agency.id) },
    taken: taken.find(({ governmentId }) => governmentId === government.agency.id),
  }));
  const open = lines.filter((line) => line.taken === undefined && line.live !== undefined);
  return page(
    c,
    {
      ...{ title: words.results.title(year), before: <BackLink href={RAD_DESK} />, wide: true, errors: wrong?.errors ?? [] },
      ...(wrong ? { status: wrong.status } : {}),
    },
    <>
      <PageHeading caption={opener.name}>{words.results.title(year)}</PageHeading>
      {openers.length > 1 && (
        <SubNavigation
          label={words.results.of}
          items={openers.map(({ value, name }) => ({
            text: name,
            href: `${RESULTS}/${year}?of=${value}`,
            current: value === opener.value,
          }))}
        />
      )}
      <InsetText>{words.caution}</InsetText>
      <p>
        {year > FIRST_RAD_YEAR && <a href={`${RESULTS}/${year - 1}?of=${opener.value}`}>{year - 1}</a>}
        {year < thisYear && (
          <>
            {year > FIRST_RAD_YEAR && ' · '}
            <a href={`${RESULTS}/${year + 1}?of=${opener.value}`}>{year + 1}</a>
          </>
        )}
      </p>
      <Table
        id="results"
        caption={words.results.table}
        stacked
        columns={[
          { label: words.column.government },
          { label: words.results.live },
          { label: words.results.taken },
          { label: words.column.state },
        ]}
        rows={lines.map(({ government, live, taken: kept }) => [
          <a href={governmentPath(government.regionCode, year)}>{government.agency.name}</a>,
          live ? <ScoreText figures={live} words={words} language={language} /> : '–',
          kept ? <ScoreText figures={kept.figures} words={words} language={language} /> : '–',
          kept ? (
            <StatusTag label={EVALUATION_STATE_LABELS[kept.state][language]} tone={EVALUATION_TONES[kept.state]} />
          ) : (
            words.results.notTaken
          ),
        ])}
      />
      {open.length > 0 && (
        <Form action={`${RESULTS}/${year}/take?of=${opener.value}`} id="take">
          <Hidden name="of" value={opener.value} />
          <Checkboxes
            name="governments"
            label={words.results.take}
            hint={words.government.takeHint}
            small
            choices={open.map(({ government }) => ({ value: government.regionCode, label: government.agency.name }))}
          />
          <Button>{words.results.takeSubmit}</Button>
        </Form>
      )}
    </>,
  );
}

/** Each by itself: what was taken before is left out, and the others are taken all the same. */
export async function takeMany(asked: AskedRad): Promise<Response> {
  const { c, tools, actor, words, language } = asked;
  const form = readForm(c);
  const known = (await whomToAsk(tools.db, form.text('of'))) ?? [];
  const wanted = known.filter(({ regionCode }) => form.all('governments').includes(regionCode));
  const year = Number(c.req.param('year'));
  if (wanted.length === 0) {
    const wrong = again([{ code: 'agreement.rad-government-missing', field: 'governments' }], language);
    return wrong ? resultsPage(asked, wrong) : c.notFound();
  }
  let count = 0;
  for (const { agency } of wanted) {
    const done = await takeEvaluation(tools, actor, { governmentId: agency.id, year });
    if (done.ok) count += 1;
    else if (done.refusal !== 'agreement.rad-evaluation-exists') {
      const wrong = again([{ code: done.refusal, field: 'governments' }], language);
      return wrong ? resultsPage(asked, wrong) : c.notFound();
    }
  }
  return seeOther(c, `${RESULTS}/${year}?of=${form.text('of')}`, words.results.done(count));
}
