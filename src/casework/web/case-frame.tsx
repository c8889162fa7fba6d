/** The frame of every page about one case: number, title, stage, and the way to its parts. */
import type { Child } from 'hono/jsx';
import { BackLink, type FieldErrors, PageHeading, page, SubNavigation, Tag } from '../../design/index.ts';
import { STAGE_LABELS } from '../rules/case.transitions.ts';
import { ACCESS_LABELS } from '../rules/case-labels.ts';
import { inProcedure } from '../rules/documents/procedure-words.ts';
import { mayBundle } from '../rules/reports/permissions.ts';
import { mayReadAudience } from '../rules/visibility.ts';
import type { CaseSection } from './frame-words.ts';
import { CASES, type OpenedCase } from './opened.tsx';

export interface CasePageOptions {
  readonly errors?: FieldErrors;
  readonly status?: 403 | 409 | 422 | undefined;
  readonly wide?: boolean;
}

/**
 * Which parts a case of this kind has for this officer: a consultation has no examination, and whoever only wrote it down reads how it goes on
 * but nothing internal.
 */
function sectionsOf({ file, actor }: OpenedCase): readonly CaseSection[] {
  if (!mayReadAudience(file, 'internal', actor)) return ['overview', 'timeline'];
  const bundle = mayBundle(file, actor) ? (['bundle'] as const) : [];
  if (file.access === 'KNL' || file.access === 'COPY') return ['overview', 'documents', 'notes', 'timeline', ...bundle];
  const resolves = file.conclusion === 'found';
  return [
    'overview',
    'checks',
    'team',
    'examination',
    'evidence',
    'allegations',
    'findings',
    ...(resolves ? (['resolution', 'recommendation', 'obligations'] as const) : []),
    'documents',
    'notes',
    'timeline',
    ...bundle,
  ];
}

/** @param section the part this page belongs to; the heading is the part's own title */
export function casePage(
  opened: OpenedCase,
  section: CaseSection,
  title: string,
  body: Child,
  options: CasePageOptions = {},
): Promise<Response> {
  const { c, file, path, frame, language } = opened;
  const sections = sectionsOf(opened);
  return page(
    c,
    {
      title: `${title}: ${file.number}`,
      before: <BackLink href={CASES} text={frame.toList} />,
      errors: options.errors ?? [],
      wide: options.wide ?? false,
      ...(options.status ? { status: options.status } : {}),
    },
    <>
      <PageHeading caption={`${frame.caption(file.number)} · ${ACCESS_LABELS[file.access][language]}`}>{title}</PageHeading>
      <p>
        <strong>{file.title}</strong>
      </p>
      <p>
        <Tag tone={file.stage === 'closed' ? 'neutral' : 'info'}>{STAGE_LABELS[file.stage][language]}</Tag>{' '}
        {file.secret && <Tag tone="warning">{frame.secret}</Tag>} {file.tip && <Tag tone="warning">{frame.tip}</Tag>}{' '}
        {file.isExample && <Tag tone="neutral">{frame.example}</Tag>}
      </p>
      <SubNavigation
        label={frame.sections}
        items={sections.map((each) => ({
          text: inProcedure(frame.section[each], file.ruleSet),
          href: each === 'overview' ? path : `${path}/${each}`,
          current: each === section,
        }))}
      />
      {body}
    </>,
  );
}
