/** The frame of every desk page about one agreement: code, title, how it stands, and the way to its parts. */
import type { Child } from 'hono/jsx';
import { BackLink, type FieldErrors, PageHeading, page, SubNavigation, Tag, type Tone } from '../../design/index.ts';
import { lawBook } from '../../law/index.ts';
import type { Db } from '../../platform/database/database.ts';
import { AGREEMENT_STATE_LABELS } from '../rules/agreement.transitions.ts';
import type { Agreement } from '../rules/agreement.ts';
import { isWhollyFollowed } from '../rules/draft.ts';
import { STANDING_LABELS, type Standing, standingOn } from '../rules/in-force.ts';
import { agreementKind } from '../rules/kinds.ts';
import { warnDaysOn } from '../rules/numbers.ts';
import { isPublic } from '../rules/visibility.ts';
import { successorsOf } from '../store/reviews/renewals.ts';
import type { AgreementSection } from './frame-words.ts';
import { AGREEMENTS, type OpenedAgreement } from './opened.tsx';
import { gapNotes } from './reviews/gap-notes.tsx';

export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  'not-signed': 'neutral',
  upcoming: 'info',
  'in-force': 'success',
  lapsing: 'warning',
  lapsed: 'danger',
  ended: 'neutral',
  dropped: 'neutral',
};

/** What is over and goes on in another is as it should be; only what nothing follows is red. */
export function standingTone(standing: Standing, isFollowed: boolean): Tone {
  return standing === 'lapsed' && isFollowed ? 'neutral' : STANDING_TONES[standing];
}

export interface AgreementPageOptions {
  readonly errors?: FieldErrors;
  readonly status?: 403 | 409 | 422 | undefined;
  readonly wide?: boolean;
}

/** Which parts an agreement of this kind has at all. */
function sectionsOf({ agreement }: OpenedAgreement): readonly AgreementSection[] {
  const { hasLines, isReviewed } = agreementKind(agreement.kind);
  const lines = hasLines ? (['lines'] as const) : [];
  return [
    'overview',
    ...(isReviewed ? (['rad'] as const) : (['text', 'signing'] as const)),
    ...lines,
    // A memorandum is reviewed by the plans made under it.
    'reviews',
    'evaluation',
    'grants',
    'files',
    'history',
  ];
}

async function isFollowedNow(db: Db, agreement: Agreement): Promise<boolean> {
  return isWhollyFollowed(agreement, (await successorsOf(db, agreement.id)).filter(isPublic));
}

/** @param section the part this page belongs to; the heading is the part's own title */
export async function agreementPage(
  opened: OpenedAgreement,
  section: AgreementSection,
  title: string,
  body: Child,
  options: AgreementPageOptions = {},
): Promise<Response> {
  const { c, agreement, path, frame, language, tools, today } = opened;
  const standing = standingOn(agreement, today, warnDaysOn(await lawBook(tools, tools.db), today));
  return page(
    c,
    {
      title: `${title}: ${agreement.code}`,
      before: <BackLink href={AGREEMENTS} text={frame.toList} />,
      errors: options.errors ?? [],
      wide: options.wide ?? false,
      ...(options.status ? { status: options.status } : {}),
    },
    <>
      <PageHeading caption={`${agreementKind(agreement.kind).label[language]} \u00b7 ${agreement.code}`}>{title}</PageHeading>
      <p>
        <strong>{agreement.title}</strong>
      </p>
      <p>
        <Tag tone={standingTone(standing, standing === 'lapsed' && (await isFollowedNow(tools.db, agreement)))}>
          {standing === 'not-signed' ? AGREEMENT_STATE_LABELS[agreement.state][language] : STANDING_LABELS[standing][language]}
        </Tag>{' '}
        {agreement.isExample && <Tag tone="neutral">{frame.example}</Tag>}
      </p>
      {await gapNotes(tools.db, agreement, today, language, opened.actor)}
      <SubNavigation
        label={frame.sections}
        items={sectionsOf(opened).map((each) => ({
          text: frame.section[each],
          href: each === 'overview' ? path : `${path}/${each}`,
          current: each === section,
        }))}
      />
      {body}
    </>,
  );
}
