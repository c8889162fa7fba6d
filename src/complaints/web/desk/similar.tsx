/** `/desk/complaints/:trackingNumber/similar`: complaints like this one that the officer may read; the others are not even counted. */
import type { Child } from 'hono/jsx';
import { BackLink, Columns, EmptyState, formatDay, PageHeading, page, StatusTag, Tag } from '../../../design/index.ts';
import type { OfficerAsked } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { STATUS_LABELS } from '../../rules/labels.ts';
import { showTrackingNumber } from '../../rules/tracking-number.ts';
import {
  type Likened,
  likenedComplaint,
  type ReviewLine,
  reviewLines,
  type SimilarComplaint,
  similarTo,
} from '../../store/reviewing.ts';
import { type Opened, onComplaint } from './opened.tsx';

const WORDS = {
  id: {
    title: 'Pengaduan serupa',
    lead: 'Kategori sama, kantor atau wilayah sama, dan kata-kata serupa. Hanya yang boleh Anda baca.',
    none: 'Tidak ada pengaduan serupa yang dapat Anda baca',
    noneWhy: 'Bisa jadi memang yang pertama, atau yang serupa ditangani kantor lain.',
    office: 'kantor sama',
    regency: 'wilayah sama',
    service: 'layanan sama',
    public: 'teks publik',
    likeness: (percent: number) => `kemiripan kata ${percent}%`,
    filed: (day: string) => `disampaikan ${day}`,
  },
  en: {
    title: 'Similar complaints',
    lead: 'The same category, the same office or region, and like words. Only those you may read.',
    none: 'There are no similar complaints that you may read',
    noneWhy: 'This may be the first, or those like it are handled by other offices.',
    office: 'same office',
    regency: 'same region',
    service: 'same service',
    public: 'public text',
    likeness: (percent: number) => `${percent}% alike in words`,
    filed: (day: string) => `filed ${day}`,
  },
} as const;

/** How many are shown, and among how many likest those are looked for that the reader may read. */
const SHOWN = 10;
const LOOKED_AT = 60;

export function mountSimilar(app: WebRoutes): void {
  app.get('/desk/complaints/:trackingNumber/similar', onComplaint(similarPage));
}

async function similarPage(opened: Opened): Promise<Response> {
  const { c, tools, complaint, path, language } = opened;
  const words = WORDS[language];
  const like = await likenedComplaint(tools.db, complaint.id);
  const lines = like ? await similarComplaintLines(opened, like) : null;
  return page(
    c,
    { title: words.title, before: <BackLink href={path} text={showTrackingNumber(complaint.trackingNumber)} /> },
    <Columns>
      <PageHeading caption={complaint.title}>{words.title}</PageHeading>
      <p>{words.lead}</p>
      {lines ?? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      )}
    </Columns>,
  );
}

/** The lines of complaints like something, for pages of other rooms too; `null` when there are none that the reader may read. */
export async function similarComplaintLines(
  { tools, actor, language }: Pick<OfficerAsked, 'tools' | 'actor' | 'language'>,
  like: Likened,
): Promise<Child | null> {
  const found = await similarTo(tools.db, like, LOOKED_AT);
  const lines = await reviewLines(
    tools.db,
    actor,
    found.map(({ id }) => id),
  );
  const similar = new Map(found.map((each) => [each.id, each]));
  const readable = lines.filter((line) => line.readable !== null || line.released !== null).slice(0, SHOWN);
  if (readable.length === 0) return null;
  return (
    <ul class="tuntas-lines">
      {readable.map((line) => (
        <Line line={line} similar={similar.get(line.id) as SimilarComplaint} language={language} />
      ))}
    </ul>
  );
}

function Line(props: { line: ReviewLine; similar: SimilarComplaint; language: Language }) {
  const { line, similar, language } = props;
  const words = WORDS[language];
  const shown = line.readable ?? line.released;
  if (!shown) return null;
  const { status, filedAt, zone } = line.summary;
  const isPublic = line.readable === null;
  return (
    <li class="tuntas-lines__item">
      <h3 class="tuntas-lines__title">
        <a href={`${isPublic ? '/complaints' : '/desk/complaints'}/${shown.trackingNumber}`}>{shown.title}</a>
      </h3>
      <p class="tuntas-lines__tags">
        <StatusTag label={STATUS_LABELS[status][language]} tone={STATUS_LABELS[status].tone} />{' '}
        {isPublic && <Tag>{words.public}</Tag>}
      </p>
      <p class="tuntas-lines__meta">
        {[
          showTrackingNumber(shown.trackingNumber),
          similar.sameService ? words.service : similar.sameOffice && words.office,
          similar.sameRegency && words.regency,
          words.likeness(Math.round(similar.likeness * 100)),
          words.filed(formatDay(dayOf(filedAt, zone), language, 'short')),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}
