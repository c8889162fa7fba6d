/** What happened to an obligation, the latest first. Either side reads all of it; people of the other side are told by their side alone. */
import { formatDay, Time, Timeline } from '../../../design/index.ts';
import type { Agency } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { type ObligationStep, STEP_LABELS } from '../../rules/obligations/steps.ts';
import type { ObligationFilesTable } from '../../store/obligations/tables.ts';
import type { OpenedObligation } from './opened.tsx';

export function History(props: {
  opened: OpenedObligation;
  steps: readonly ObligationStep[];
  files: readonly ObligationFilesTable[];
  path: string;
  /** To which it was given. */
  offices: ReadonlyMap<string, Pick<Agency, 'name'>>;
}) {
  const { opened, steps, files, path, offices } = props;
  const { obligation, words, language } = opened;
  const by = { agency: words.byAgency, ombudsman: words.byOmbudsman, system: words.bySystem };
  return (
    <Timeline
      headingLevel={3}
      items={steps.toReversed().map((step) => ({
        title: STEP_LABELS[step.kind][language],
        by: by[step.side],
        when: <Time at={step.at} zone={obligation.zone} />,
        body: (
          <Body
            opened={opened}
            step={step}
            files={files.filter((file) => file.step_id === step.id)}
            path={path}
            offices={offices}
          />
        ),
      }))}
    />
  );
}

function Body(props: {
  opened: OpenedObligation;
  step: ObligationStep;
  files: readonly ObligationFilesTable[];
  path: string;
  offices: ReadonlyMap<string, Pick<Agency, 'name'>>;
}) {
  const { opened, step, files, path, offices } = props;
  const { obligation, words, language } = opened;
  const day = (at: ObligationStep['at']) => formatDay(dayOf(at, obligation.zone), language);
  return (
    <>
      {step.text !== '' && <p class="tuntas-preserve">{step.text}</p>}
      {step.lookedAt !== null && (
        <p class="tuntas-preserve">
          <strong>{words.lookedAt}:</strong> {step.lookedAt}
        </p>
      )}
      {step.kind === 'delegate' && step.agencyId !== null && <p>{words.givenTo(offices.get(step.agencyId)?.name ?? '–')}</p>}
      {step.days !== null && <p>{words.days(step.days)}</p>}
      {step.dueAfter !== null && (
        <p>{step.dueBefore ? words.moved(day(step.dueBefore), day(step.dueAfter)) : words.dueIs(day(step.dueAfter))}</p>
      )}
      {files.length > 0 && (
        <ul>
          {files.map((file, place) => (
            <li>
              <a href={`${path}/files/${file.id}`}>{words.file(place + 1)}</a>{' '}
              <span class="govuk-hint tuntas-code">{words.fileHash(file.sha256.slice(0, 16))}…</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
