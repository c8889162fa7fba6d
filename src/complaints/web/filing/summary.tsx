/** The draft as its writer reads it before sending: every answer, each with the way back to its question. */
import type { Child } from 'hono/jsx';
import { AttachmentList, DayText, InsetText, SummaryList, type SummaryRow } from '../../../design/index.ts';
import { agencyByCode, categoryByCode, regionChain } from '../../../directory/index.ts';
import { type FindingKind, scanPersonalData } from '../../../identity/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { type CounterChannel, type DraftStep, stepsOf } from '../../rules/draft.ts';
import { CHANNEL_LABELS, CLASS_LABELS } from '../../rules/labels.ts';
import { showTrackingNumber } from '../../rules/tracking-number.ts';
import type { FilingWords as Judged } from '../filing-schema.ts';
import { serviceAbout, servicesToChoose } from './about-service.tsx';
import type { Opened } from './open-draft.ts';
import { pathOf } from './question.tsx';
import { shownFiles } from './steps/files.tsx';
import { type Wizard, wordsFor } from './wizard.ts';

export interface Checked {
  readonly wizard: Wizard;
  readonly opened: Opened;
  /** The draft as the schema has read it. */
  readonly filing: Judged;
}

export async function Summary(props: { c: WebContext; checked: Checked }) {
  const { c, checked } = props;
  const { wizard, opened, filing } = checked;
  const { draft } = opened.kept;
  const { db } = c.get('tools');
  const language = c.get('language');
  const words = wordsFor(c).check;
  const steps = stepsOf(draft, wizard.mode);
  const [region, agency, category] = [
    filing.region === null ? words.noPlace : await regionChain(db, filing.region),
    filing.agency === null ? words.unknownAgency : (await agencyByCode(db, filing.agency))?.name,
    filing.category === null ? undefined : (await categoryByCode(db, filing.category))?.label[language],
  ];
  const row = (step: DraftStep, key: string, value: Child): SummaryRow | null =>
    steps.includes(step)
      ? { key, value: value || words.none, actions: [{ href: `${pathOf(wizard, step)}?from=check`, about: key.toLowerCase() }] }
      : null;
  const { contact } = filing;
  const service = await serviceAbout(c, draft);
  const offered = await servicesToChoose(c, draft);
  return (
    <SummaryList
      rows={[
        row('channel', words.channel, CHANNEL_LABELS[draft.channel as CounterChannel]?.[language]),
        row('class', words.class, CLASS_LABELS[filing.class][language]),
        row('story', words.heading, filing.title),
        row('story', words.text, <p class="tuntas-preserve">{filing.description}</p>),
        row('where', words.region, region),
        row('place', words.place, lines([filing.place, filing.location && words.point(draft.lat, draft.lng)])),
        row('when', words.when, filing.occurredOn && <DayText on={filing.occurredOn} />),
        row('category', words.category, category),
        row('agency', words.agency, agency),
        (service || offered.length > 0) && {
          key: words.service,
          value: service?.name ?? words.serviceNone,
          actions: [{ href: `${wizard.base}/service`, about: words.service.toLowerCase() }],
        },
        row('files', words.files, await pictures(c, checked)),
        row('privacy', words.anonymous, filing.anonymous ? words.anonymousYes : words.anonymousNo),
        row('privacy', words.confidential, filing.confidential ? words.confidentialYes : words.confidentialNo),
        row('contact', words.contact, contact && lines([contact.name, contact.email, contact.phone])),
        draft.continues !== '' && { key: words.continues, value: showTrackingNumber(draft.continues) },
      ]}
    />
  );
}

function lines(texts: readonly (string | null | undefined)[]): Child {
  const given = texts.filter((text): text is string => Boolean(text));
  return given.length === 0 ? undefined : given.map((text) => <div>{text}</div>);
}

async function pictures(c: WebContext, { wizard, opened }: Checked): Promise<Child> {
  const files = await shownFiles(c, { opened });
  if (files.length === 0) return undefined;
  const alt = wordsFor(c).files.picture;
  return (
    <AttachmentList
      files={files.map(({ id, name, about, isImage }) => {
        const href = `${pathOf(wizard, 'files')}/${id}`;
        return {
          name,
          about,
          href: `${pathOf(wizard, 'files')}?from=check`,
          ...(isImage ? { thumbnail: { src: href, alt: alt(name) } } : {}),
        };
      })}
    />
  );
}

/** That the text seems to give somebody away, said once more before it is sent. */
export function FoundInText(props: { c: WebContext; filing: Judged }) {
  const { c, filing } = props;
  const words = wordsFor(c).check;
  const text = [filing.title, filing.description, filing.place ?? ''].join('\n');
  const kinds = [...new Set<FindingKind>(scanPersonalData(text).map((finding) => finding.kind))];
  if (kinds.length === 0) return null;
  return (
    <InsetText>
      <p>{words.found(kinds.map((kind) => words.kinds[kind]).join(', '))}</p>
      <p>{filing.anonymous ? words.foundAnonymous : words.foundOpen}</p>
    </InsetText>
  );
}
