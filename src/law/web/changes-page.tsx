import { EmptyState, Pagination, SummaryList, Time, Timeline } from '../../design/index.ts';
import type { Language } from '../../kernel/language.ts';
import { Temporal } from '../../kernel/time.ts';
import type { WebContext } from '../../platform/http/env.ts';
import { cite } from '../rules/citation.ts';
import { dayList } from '../rules/day-words.ts';
import { PARAMETER_RULES, type Parameter } from '../rules/parameters.ts';
import { tellValue } from '../rules/tell-value.ts';
import { type LoggedChange, loggedChanges } from '../store/changes.ts';
import { lawPage, wordsFor } from './frame.tsx';
import { tellPeriod } from './parameters-page.tsx';
import type { LawWords } from './words.id.ts';

const PAGE = 20;

/** GET /law/changes?before=ID: the public log of rules, newest first. */
export async function changesPage(c: WebContext): Promise<Response> {
  const words = wordsFor(c);
  const language = c.get('language');
  const before = Number(c.req.query('before') ?? Number.NaN);
  const found = await loggedChanges(c.get('tools').db, {
    limit: PAGE + 1,
    ...(Number.isSafeInteger(before) && before > 0 ? { before } : {}),
  });
  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  return lawPage(
    c,
    '/law/changes',
    words.changesTitle,
    <>
      <p>{words.changesLead}</p>
      {shown.length === 0 ? (
        <EmptyState title={words.changesEmpty} />
      ) : (
        <Timeline
          headingLevel={2}
          items={shown.map((logged) => ({
            title: tellTitle(logged, words, language),
            by: tellWho(logged.by, words),
            when: <Time at={logged.at} zone="Asia/Jakarta" />,
            body: (
              <SummaryList
                plain
                rows={[
                  { key: words.changeNew, value: tellChange(logged, words, language) },
                  { key: words.basis, value: tellBasis(logged, language) },
                  { key: words.reason, value: logged.by === 'shipped' ? words.reasonShipped : logged.reason },
                ]}
              />
            ),
          }))}
        />
      )}
      <Pagination nextHref={found.length > PAGE && last ? `/law/changes?before=${last.id}` : undefined} about={words.older} />
    </>,
  );
}

function tellTitle({ change }: LoggedChange, words: LawWords, language: Language): string {
  if (change.kind === 'holidays') return words.changeHolidays(change.year, change.regionCode);
  const { rule, ruleSet } = change.new;
  // A rule of an older Tuntas may be gone from the list; its log stays.
  const label = PARAMETER_RULES[rule]?.label[language] ?? rule;
  return words.changeParameter(ruleSet ? `${label} (${ruleSet})` : label);
}

function tellChange({ change }: LoggedChange, words: LawWords, language: Language): string {
  if (change.kind === 'parameter') {
    const now = tellRow(change.new, words, language);
    return change.old ? words.changeFromTo(tellRow(change.old, words, language), now) : now;
  }
  const removed = change.old.filter((day) => !change.new.some((one) => one.day === day.day)).length;
  const added = change.new.filter((day) => !change.old.some((one) => one.day === day.day)).length;
  const altered = change.new.length - added;
  const told = [
    added > 0 && words.daysAdded(added),
    altered > 0 && words.daysAltered(altered),
    removed > 0 && words.daysRemoved(removed),
  ].filter(Boolean);
  const touched = [...new Set([...change.old, ...change.new].map((day) => day.day))].sort();
  const days = touched.map((day) => Temporal.PlainDate.from(day));
  return [told.join(', '), dayList(days, change.year, language)].filter(Boolean).join(': ');
}

function tellBasis({ change, basis }: LoggedChange, language: Language): string {
  return change.kind === 'parameter' ? cite(change.new.basis)[language] : basis;
}

function tellRow(row: Parameter, words: LawWords, language: Language): string {
  const certainty = row.confirmed ? words.confirmed : words.unconfirmed;
  return `${tellValue(row.value, row.unit, language)} (${tellPeriod(row, words, language)}; ${certainty.toLowerCase()})`;
}

/** The log names who changed something by their office: a person's name has no place on a public page. */
function tellWho(by: string, words: LawWords): string {
  if (by === 'shipped') return words.byShipped;
  return by.startsWith('person:') ? words.byOfficer : words.byMachine;
}
