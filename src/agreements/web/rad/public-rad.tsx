/** What the public page of an agreement shows of its way as an action plan; nothing for every other kind. */
import type { Child } from 'hono/jsx';
import { formatMoment, SummaryList, Table } from '../../../design/index.ts';
import { agencyById } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind, FACTORS } from '../../rules/kinds.ts';
import { FACTOR_CODES } from '../../rules/rad/handing-in.ts';
import { linesOf } from '../../store/lines.ts';
import { evaluationsOf } from '../../store/rad/evaluations.ts';
import { loadRad } from '../../store/rad/rads.ts';
import { publicPlacePath, publicResultPath } from './addresses.ts';
import { wordsIn } from './words.ts';

export async function publicRad(_c: WebContext, tools: Tools, agreement: Agreement, language: Language): Promise<Child | null> {
  if (!agreementKind(agreement.kind).isReviewed) return null;
  const words = wordsIn(language);
  const rad = await loadRad(tools.db, agreement.id);
  const lines = (await linesOf(tools.db, agreement.id)).filter(({ state }) => state !== 'dropped');
  const government = await agencyById(tools.db, rad?.governmentId ?? agreement.keeperId);
  const published = government ? (await evaluationsOf(tools.db, government.id)).filter(({ state }) => state === 'published') : [];
  const region = government?.regionCode ?? null;
  return (
    <section aria-labelledby="rad-way">
      <h2 id="rad-way">{words.public.way}</h2>
      <SummaryList
        rows={[
          {
            key: words.plan.title,
            value: rad?.state === 'adopted' ? words.public.reviewed : words.public.notReviewed,
          },
          ...(rad?.firstHandedInAt
            ? [{ key: words.public.handedInAt, value: formatMoment(rad.firstHandedInAt, agreement.zone, language) }]
            : []),
          ...(rad && rad.decreeNumber !== '' ? [{ key: words.plan.decree, value: rad.decreeNumber }] : []),
          ...(region
            ? [
                {
                  key: words.public.evaluations,
                  value: (
                    <>
                      <a href={publicPlacePath(region)}>{words.public.governmentTitle(government?.name ?? '')}</a>
                      {published.map(({ year }) => (
                        <>
                          {' · '}
                          <a href={publicResultPath(region, year)}>{year}</a>
                        </>
                      ))}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Table
        id="rad-factors"
        caption={words.public.byFactor}
        captionSize="s"
        rowHeaders
        columns={[
          { label: words.column.factor },
          { label: words.public.all, numeric: true },
          { label: words.public.done, numeric: true },
        ]}
        rows={FACTOR_CODES.map((factor) => {
          const own = lines.filter((line) => line.factor === factor);
          return [FACTORS[factor][language], String(own.length), String(own.filter(({ state }) => state === 'done').length)];
        })}
      />
    </section>
  );
}
