/** `/desk/agreements/:code/renew`: what the evaluations recommend, the days that would be uncovered, and the draft that follows. */
import type { Child } from 'hono/jsx';
import {
  Button,
  Checkbox,
  Checkboxes,
  DateInput,
  type DateParts,
  Details,
  dateParts,
  dayFromParts,
  Form,
  formatDay,
  Hidden,
  InsetText,
  partsOfDay,
  SummaryList,
  seeOther,
  TextArea,
  TextInput,
  WarningText,
} from '../../../design/index.ts';
import { lawBook } from '../../../law/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { endReplaced, renewAgreement } from '../../actions/reviews/renew.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { isWhollyFollowed, TITLE_LIMIT } from '../../rules/draft.ts';
import { lastDay } from '../../rules/in-force.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { LIGHT_LABELS, lightOf, litDay } from '../../rules/light.ts';
import type { Line } from '../../rules/line.ts';
import { lightRuleOn } from '../../rules/numbers.ts';
import { mayPrepare } from '../../rules/permissions.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { RECOMMENDATIONS } from '../../rules/reviews/evaluation.ts';
import { gapWords, openLines, overlapOf, proposedTerm, proposedTitle, uncoveredAfter } from '../../rules/reviews/renewal.ts';
import { isPublic, maySee } from '../../rules/visibility.ts';
import { linesOf } from '../../store/lines.ts';
import { programmes } from '../../store/programmes.ts';
import { evaluationsOf } from '../../store/reviews/evaluations.ts';
import { successorsOf } from '../../store/reviews/renewals.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { agreementPath, versionOf } from '../opened.tsx';
import { RAD_BEGIN } from '../rad/addresses.ts';
import { type Again, again, type Opened } from './opened-review.tsx';
import type { ReviewWords } from './words.ts';

interface TypedRenewal {
  readonly version: number;
  readonly title: string;
  readonly from: DateParts;
  readonly until: DateParts;
  readonly parties: readonly string[];
  readonly programmes: readonly string[];
  readonly lines: readonly string[];
  readonly linesDueOn: DateParts;
  readonly gapSeen: boolean;
  readonly gapNote: string;
}

export async function renewPage(opened: Opened): Promise<Response> {
  const { c, tools, agreement, today } = opened;
  // A plan that is reviewed begins anew, and takes the way of every plan.
  if (agreementKind(agreement.kind).isReviewed) return c.redirect(`${RAD_BEGIN}?government=${agreement.keeperId}`, 303);
  const term = proposedTerm(agreement, today);
  const lines = openLines(await linesOf(tools.db, agreement.id));
  const lineYear = term.from.year;
  return renewForm(opened, {
    ...{
      version: agreement.version,
      title: proposedTitle(agreement, term.from),
      from: partsOfDay(term.from),
      until: partsOfDay(term.until),
    },
    ...{
      parties: notYetFollowed(agreement, await successorsOf(tools.db, agreement.id)),
      programmes: agreement.programmes,
      lines: lines.map(({ id }) => id),
    },
    ...{ linesDueOn: { day: '31', month: '12', year: String(lineYear) }, gapSeen: false, gapNote: '' },
  });
}

export async function renewStep(opened: Opened): Promise<Response> {
  const { c, tools, actor, agreement, words } = opened;
  const form = readForm(c);
  const typed: TypedRenewal = {
    ...{ version: versionOf(form.text('version')), title: form.text('title'), from: dateParts(form.typed(), 'inForceFrom') },
    ...{ until: dateParts(form.typed(), 'inForceUntil'), parties: form.all('parties'), programmes: form.all('programmes') },
    ...{ lines: form.all('lines'), linesDueOn: dateParts(form.typed(), 'linesDueOn') },
    ...{ gapSeen: form.text('gapSeen') === 'yes', gapNote: form.text('gapNote') },
  };
  const isGiven = (parts: DateParts) => parts.day !== '' || parts.month !== '' || parts.year !== '';
  const until = isGiven(typed.until) ? dayFromParts(typed.until) : null;
  if (until === undefined) {
    const errors = again(opened, [{ field: 'inForceUntil', code: 'agreement.day-wrong' }]) as Again;
    return renewForm(opened, typed, errors);
  }
  const done = await renewAgreement(
    tools,
    actor,
    { agreementId: agreement.id, version: typed.version },
    {
      ...{ title: typed.title, inForceFrom: dayFromParts(typed.from) ?? null, inForceUntil: until, partyIds: typed.parties },
      ...{ programmes: typed.programmes, lineIds: typed.lines, linesDueOn: dayFromParts(typed.linesDueOn) ?? null },
      ...{ gapNote: typed.gapNote, gapSeen: typed.gapSeen },
    },
  );
  if (done.ok) return seeOther(c, agreementPath(done.value), words.renew.made(done.value.code));
  const known = ['title', 'inForceFrom', 'inForceUntil', 'parties', 'programmes', 'lines', 'linesDueOn', 'gapSeen', 'gapNote'];
  const errors = again(
    opened,
    done.refusal.map(({ field, code }) => ({ field: known.includes(field) ? field : 'title', code })),
  );
  return errors ? renewForm(opened, typed, errors) : c.notFound();
}

async function renewForm(opened: Opened, typed: TypedRenewal, errors?: Again): Promise<Response> {
  const { tools, agreement, words, language, path, actor, today } = opened;
  const w = words.renew;
  const { db } = tools;
  const day = (on: Parameters<typeof formatDay>[0], of = language) => formatDay(on, of, 'short');
  const last = lastDay(agreement);
  const followers = await successorsOf(db, agreement.id);
  const successor = followers.find((after) => isWhollyFollowed(agreement, [after]));
  const [latest] = (await evaluationsOf(db, agreement.id)).filter(({ state }) => state === 'published');
  const facts = <SummaryList rows={[{ key: w.ends, value: last === null ? w.noEnd : formatDay(last, language) }]} />;
  const frame = (body: Child) =>
    agreementPage(
      opened,
      'evaluation',
      w.title,
      <>
        {facts}
        <Recommended opened={opened} latest={latest} />
        {body}
      </>,
      errors ? { errors: errors.errors, status: errors.status } : {},
    );
  if (!isPublic(agreement)) return frame(<p>{w.notSigned}</p>);
  if (successor) {
    const overlap = overlapOf(agreement, successor);
    const isInForce =
      successor.state === 'signed' && successor.inForceFrom !== null && successor.inForceFrom.until(today).sign >= 0;
    return frame(
      <>
        <p>
          {w.follows} <a href={agreementPath(successor)}>{`${successor.code}: ${successor.title}`}</a>
        </p>
        {overlap && (
          <>
            <h2>{w.overlap}</h2>
            <p>{w.overlapWhy(day(overlap.from), day(overlap.to), overlap.days)}</p>
            {isInForce && agreement.state === 'signed' && mayPrepare(actor, agreement) ? (
              <Form action={`${path}/renew/end-old`}>
                <Hidden name="version" value={String(agreement.version)} />
                <p>{w.endWhy}</p>
                <Button kind="secondary">{w.endOld(day(overlap.from))}</Button>
              </Form>
            ) : (
              agreement.state === 'signed' && <p>{w.overlapLater}</p>
            )}
          </>
        )}
      </>,
    );
  }
  // Of several governments each may go on in one of its own: those that do are named, the others are offered. A draft of others is not named.
  const named = followers
    .filter((after) => maySee(actor, after))
    .map((after) => (
      <p>
        {w.follows} <a href={agreementPath(after)}>{`${after.code}: ${after.title}`}</a>
      </p>
    ));
  if (isWhollyFollowed(agreement, followers)) return frame(named);
  if (!mayPrepare(actor, agreement)) return frame([...named, <p>{w.may}</p>]);
  const lines = openLines(await linesOf(db, agreement.id));
  const rule = lightRuleOn(await lawBook(tools, db), today);
  const lineHint = (line: Line) => {
    const lit = lightOf(line, litDay(agreement, today), rule);
    return w.lineHint(day(line.dueOn), LIGHT_LABELS[lit.light][language], Number(lit.confirmed.mul(100).floor()));
  };
  const from = dayFromParts(typed.from) ?? null;
  const gap = uncoveredAfter(agreement, { inForceFrom: from, state: 'draft' }, today);
  const all = await programmes(db);
  const label = (code: string) => all.find((one) => one.code === code)?.label[language] ?? code;
  const offered = [...new Set([...agreement.programmes, ...all.map(({ code }) => code)])];
  return frame(
    <>
      {named}
      <p>{w.lead}</p>
      <Form action={`${path}/renew`}>
        <Hidden name="version" value={String(typed.version)} />
        <TextInput name="title" label={w.name} value={typed.title} maxlength={TITLE_LIMIT} />
        <DateInput
          name="inForceFrom"
          label={w.from}
          hint={last === null ? undefined : w.fromHint(formatDay(last.add({ days: 1 }), language, 'short'))}
          value={typed.from}
        />
        <DateInput name="inForceUntil" label={w.until} hint={w.untilHint} value={typed.until} optional />
        <Checkboxes
          name="parties"
          label={w.parties}
          values={[...typed.parties]}
          choices={agreement.parties.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Checkboxes
          name="programmes"
          label={w.programmes}
          values={[...typed.programmes]}
          choices={offered.map((code) => ({ value: code, label: label(code) }))}
        />
        {agreementKind(agreement.kind).hasLines &&
          (lines.length === 0 ? (
            <p>{w.noLines}</p>
          ) : (
            <>
              <Checkboxes
                name="lines"
                label={w.lines}
                hint={w.linesHint}
                values={[...typed.lines]}
                choices={lines.map((line) => ({
                  value: line.id,
                  label: `${line.ordinal}. ${line.activity}`,
                  hint: lineHint(line),
                }))}
              />
              <DateInput name="linesDueOn" label={w.linesDue} hint={w.linesDueHint} value={typed.linesDueOn} />
            </>
          ))}
        <h2>{w.gap}</h2>
        {gap ? (
          <>
            <WarningText>{w.gapNow(gapWords(agreement.kind, gap, day)[language])}</WarningText>
            <GapInputs words={words} typed={typed} />
          </>
        ) : (
          <>
            <InsetText>{w.gapHint}</InsetText>
            <Details summary={w.gapIf}>
              <GapInputs words={words} typed={typed} />
            </Details>
          </>
        )}
        <Button>{w.submit}</Button>
      </Form>
    </>,
  );
}

/** Parties whose government or body does not go on in anything yet, and the Ombudsman. */
function notYetFollowed(agreement: Agreement, followers: readonly Agreement[]): readonly string[] {
  const goesOn = (party: Agreement['parties'][number]) => isWhollyFollowed({ parties: [party] }, followers);
  return agreement.parties.filter((party) => party.side === 'ombudsman' || !goesOn(party)).map(({ id }) => id);
}

function GapInputs({ words, typed }: { readonly words: ReviewWords; readonly typed: TypedRenewal }): Child {
  const w = words.renew;
  return (
    <>
      <Checkbox name="gapSeen" label={w.gapSeen} checked={typed.gapSeen} />
      <TextArea name="gapNote" label={w.gapNote} value={typed.gapNote} rows={3} maxCharacters={2000} />
    </>
  );
}

/** What the sides recommended when they last evaluated it: the renewal is built on it. */
function Recommended({
  opened,
  latest,
}: {
  readonly opened: Opened;
  readonly latest: Awaited<ReturnType<typeof evaluationsOf>>[number] | undefined;
}): Child {
  const { words, language, path } = opened;
  if (!latest?.content) return null;
  const w = words.renew;
  return (
    <InsetText>
      <p>
        <a href={`${path}/evaluation/${latest.year}`}>{w.recommended(latest.year)}</a>
      </p>
      <ul>
        {latest.content.sides.map(({ name, words: said }) => (
          <li>
            {name}: {said?.recommendation ? RECOMMENDATIONS[said.recommendation][language] : w.silentSide}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

export async function endOld(opened: Opened): Promise<Response> {
  const { c, tools, actor, agreement, words, path, language } = opened;
  const version = versionOf(readForm(c).text('version'));
  const done = await endReplaced(tools, actor, { agreementId: agreement.id, version });
  if (done.ok) return seeOther(c, `${path}/renew`, words.renew.ended);
  const refusal = AGREEMENT_REFUSALS[done.refusal];
  return refusal.kind === 'absent' || refusal.kind === 'forbidden'
    ? c.notFound()
    : seeOther(c, `${path}/renew`, refusal[language]);
}
