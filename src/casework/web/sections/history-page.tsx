/** Every text ever sent for a section, the newest first, with what it changed. */
import { BackLink, Card, formatMoment, Tag } from '../../../design/index.ts';
import { looseTexts, type SectionRevision } from '../../rules/sections/section.ts';
import { sectionHistory } from '../../store/sections/sections.ts';
import { authorsOf } from './authors.ts';
import { Changes } from './compared.tsx';
import type { SectionDesk } from './section-desk.ts';
import { wordsIn } from './words.ts';

/** A document that was rewritten a hundred times is looked at in pieces. */
const SHOWN = 30;

export async function sectionHistoryPage(desk: SectionDesk): Promise<Response> {
  const { tools, language, own, zone, c } = desk;
  const words = wordsIn(language);
  const all = await sectionHistory(tools.db, desk.subject.id, desk.place);
  const before = Number(c.req.query('before') ?? Number.NaN);
  const rest = Number.isInteger(before) ? all.filter((each) => each.revision < before) : all;
  const shown = rest.slice(0, SHOWN);
  const author = await authorsOf(
    tools.db,
    shown.map((each) => each.author),
    words,
  );
  const loose = new Set(looseTexts(all));
  const inForce = all.find((each) => !each.isAside);
  const baseOf = (revision: SectionRevision) =>
    all.find((each) => !each.isAside && each.revision <= revision.baseRevision)?.text ?? '';
  const last = shown.at(-1);
  return desk.frame(
    words.revisions.title(desk.title),
    <>
      <BackLink href={own} text={words.back} />
      {shown.length === 0 && <p>{words.revisions.none}</p>}
      {shown.map((revision) => (
        <Card title={words.revisions.revision(revision.revision)}>
          <p class="govuk-hint">
            {author(revision.author)} · {formatMoment(revision.at, zone, language)}{' '}
            {revision === inForce && <Tag tone="success">{words.revisions.inForce}</Tag>}
            {revision.isAside && (
              <Tag tone={loose.has(revision) ? 'warning' : 'neutral'}>
                {loose.has(revision) ? words.revisions.aside : words.revisions.merged}
              </Tag>
            )}
          </p>
          <Shown before={baseOf(revision)} after={revision.text} emptied={words.revisions.emptied} />
          {loose.has(revision) && desk.mayWrite && (
            <p>
              <a href={`${own}?merge=${revision.revision}`}>{words.revisions.merge}</a>
            </p>
          )}
        </Card>
      ))}
      {last && rest.length > SHOWN && (
        <p>
          <a href={`${own}/history?before=${last.revision}`}>{words.revisions.revision(last.revision - 1)}</a>
        </p>
      )}
    </>,
  );
}

/** The first text stands by itself; what comes after it is shown by its changes. */
function Shown({ before, after, emptied }: { before: string; after: string; emptied: string }) {
  if (after === '') return <p>{emptied}</p>;
  return before === '' ? <p class="tuntas-preserve">{after}</p> : <Changes before={before} after={after} />;
}
