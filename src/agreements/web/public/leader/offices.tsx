/** How the offices of a government stand, on the page of its leader: promises, zone, obligations, complaints. */
import {
  BandBadge,
  bandOfResult,
  loadReportCard,
  publicResults,
  publishedInstruments,
  scoreText,
  type UnitPart,
} from '../../../../assessments/index.ts';
import { owedByAgency, owedCounts } from '../../../../casework/index.ts';
import { figuresByOffice } from '../../../../complaints/index.ts';
import { formatCount, Table } from '../../../../design/index.ts';
import { agenciesByIds, agencyByCode } from '../../../../directory/index.ts';
import { promisesByOwner } from '../../../store/public/promises.ts';
import { governmentPath } from '../addresses.ts';
import { promiseRows } from '../asked-promises.ts';
import type { AskedLeader } from './leading.ts';

/** Every office that carries a promise, was assessed or owes something, by name. */
export async function Offices({ asked }: { asked: AskedLeader }) {
  const { tools, actor, words, language, now, today, agency } = asked;
  const { db } = tools;
  const [owners, owed, counts, results, instruments] = await Promise.all([
    promisesByOwner(db, { agencyId: agency.id }, today),
    owedByAgency(db, actor, agency.id, now),
    owedCounts(db, actor, now, { agencyId: agency.id }),
    publicResults(db, { agencyId: agency.governmentId }),
    publishedInstruments(db),
  ]);
  const latest = results.find(({ round }) => round !== null);
  const card = latest?.round ? await loadReportCard(db, latest.round.assessmentId) : undefined;
  const names = await agenciesByIds(db, [...owners.map(({ agencyId }) => agencyId), ...owed.map(({ agencyId }) => agencyId)]);
  const units = (card?.units ?? []).filter(
    ({ agencyCode }) => agencyCode === agency.code || agencyCode.startsWith(`${agency.code}.`),
  );
  const assessed = await Promise.all(units.map(({ agencyCode }) => agencyByCode(db, agencyCode)));
  const offices = new Map([...names.values(), ...assessed.flatMap((one) => one ?? [])].map((one) => [one.code, one]));
  const rows = [...offices.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
  const own = latest && bandOfResult(instruments, latest);
  const complained = await figuresByOffice(
    db,
    rows.map(({ id }) => id),
    now,
  );
  const count = (value: number) => formatCount(value, language);
  const unitOf = (code: string): UnitPart | undefined => units.find(({ agencyCode }) => agencyCode === code);
  return (
    <>
      <h2>{words.offices}</h2>
      <p>{words.officesWhy}</p>
      {rows.length === 0 ? (
        <p>{words.officesNone}</p>
      ) : (
        <Table
          id="offices"
          caption={words.offices}
          captionSize="hidden"
          stacked
          rowHeaders
          columns={[
            { label: words.office },
            { label: words.columns.promises },
            { label: words.columns.zone },
            { label: words.columns.owed },
            { label: words.columns.complaints },
          ]}
          rows={rows.map(({ id, code, name }) => {
            const isItself = id === agency.id;
            const carried = owners.find(({ agencyId }) => agencyId === id)?.promises;
            const due = owed.find(({ agencyId }) => agencyId === id);
            const unit = unitOf(code);
            return [
              <a href={governmentPath(code)}>{isItself ? words.itself(name) : name}</a>,
              carried ? (
                <a href={promiseRows(governmentPath(code), {})}>
                  {words.promisesInBrief(
                    count(carried.total),
                    count(carried.by.kept + carried.by['kept-late']),
                    count(carried.by.late),
                  )}
                </a>
              ) : (
                '–'
              ),
              unit?.band && card ? (
                <>
                  <a href={`/assessments/${card.round.code}/${card.agency.code}`}>
                    {unit.score === null ? '' : scoreText(unit.score, language)}
                  </a>{' '}
                  <BandBadge band={unit.band} language={language} />
                </>
              ) : (
                words.notAssessed
              ),
              due ? words.withLate(count(due.open), count(due.late)) : '–',
              // Those of all offices together stand below.
              isItself || !complained.get(id)
                ? '–'
                : words.withLate(count(complained.get(id)?.total ?? 0), count(complained.get(id)?.overdue ?? 0)),
            ];
          })}
        />
      )}
      {agency.id === agency.governmentId && <h3>{words.result}</h3>}
      {agency.id !== agency.governmentId ? null : latest && own ? (
        <p>
          <a
            href={
              latest.round
                ? `/assessments/${latest.round.code}/${latest.agencyCode}`
                : `/assessments/agencies/${latest.agencyCode}`
            }
          >
            {`${latest.year}: ${latest.score === null ? '' : scoreText(latest.score, language)}`}
          </a>{' '}
          <BandBadge band={own} language={language} />
        </p>
      ) : (
        <p>{words.resultNone}</p>
      )}
      <h3>{words.obligations}</h3>
      <p>
        {words.obligationsText(formatCount(counts.open, language), formatCount(counts.late, language))}{' '}
        <a href="/desk/owed">{words.toObligations}</a>
      </p>
    </>
  );
}
