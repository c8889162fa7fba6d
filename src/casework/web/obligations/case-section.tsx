/** `/desk/cases/{id}/obligations`: what was issued from a case, and what the public reads of it. */
import { EmptyState } from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { casePage } from '../case-frame.tsx';
import { onCase } from '../opened.tsx';
import { FollowedTable } from './followed-list.tsx';
import { wordsIn } from './words.ts';

export const caseObligationsPage = onCase(async (opened) => {
  const { tools, file, language, now, path } = opened;
  const words = wordsIn(language);
  const obligations = await obligationsOf(tools.db, { caseId: file.id });
  const names = await agenciesByIds(
    tools.db,
    obligations.flatMap(({ agencyId, handlerAgencyId }) => [agencyId, ...(handlerAgencyId ? [handlerAgencyId] : [])]),
  );
  const lines = obligations.map((obligation) => ({
    obligation,
    caseNumber: file.number,
    agencyName: names.get(obligation.agencyId)?.name ?? '–',
    handlerName: obligation.handlerAgencyId ? (names.get(obligation.handlerAgencyId)?.name ?? '–') : null,
  }));
  return casePage(
    opened,
    'obligations',
    words.sectionTitle,
    <>
      <p>{words.sectionLead}</p>
      {lines.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.sectionNone}</p>
        </EmptyState>
      ) : (
        <FollowedTable lines={lines} words={words} language={language} now={now} inCase />
      )}
      <p>
        <a href={`${path}/publication`}>{words.publication}</a>
      </p>
    </>,
    { wide: true },
  );
});
