/** `/desk/cases/:id/evidence`: the register, what came with the case and may be taken in, and each item with its chain of custody. */
import { Readable } from 'node:stream';
import {
  BackLink,
  Button,
  Form,
  formatBytes,
  formatDay,
  formatMoment,
  LinkButton,
  SummaryList,
  seeOther,
  Table,
  Tag,
  Timeline,
} from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { sniff } from '../../../platform/files/sniff.ts';
import { openFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { checkEvidence } from '../../actions/examination/custody.ts';
import { takeOfferedFile } from '../../actions/examination/take-evidence.ts';
import {
  CUSTODY_LABELS,
  type CustodyLine,
  EVIDENCE_KIND_LABELS,
  EVIDENCE_NATURE_LABELS,
  type EvidenceItem,
  kindOfMedia,
  type OfferedFile,
  STANCE_LABELS,
} from '../../rules/examination/evidence.ts';
import { FORMS } from '../../rules/examination/forms.ts';
import { mayRecord } from '../../rules/examination/permissions.ts';
import { mayReadAudience } from '../../rules/visibility.ts';
import { allegationsOf, evidenceLinksOf } from '../../store/examination/allegations.ts';
import { custodyOf, evidenceOf, loadEvidenceItem, offeredAsEvidence } from '../../store/examination/evidence.ts';
import { stepsOf } from '../../store/examination/steps.ts';
import { type CasePageOptions, casePage } from '../case-frame.tsx';
import type { OpenedCase } from '../opened.tsx';
import { statusOf, textOf } from './form-page.tsx';
import { partiesOf } from './parties.ts';
import { wordsIn } from './words.ts';

export function registerPage(opened: OpenedCase): Promise<Response> {
  return register(opened);
}

async function register(opened: OpenedCase, options: CasePageOptions = {}): Promise<Response> {
  const { tools, file, actor, path, language } = opened;
  const words = wordsIn(language).evidence;
  const [items, offered] = await Promise.all([evidenceOf(tools.db, file.id), offeredOf(opened)]);
  const write = mayRecord(file, actor);
  return casePage(
    opened,
    'evidence',
    words.title,
    <>
      {write && (
        <p>
          <LinkButton href={`${path}/evidence/new`}>{words.add}</LinkButton>
        </p>
      )}
      {items.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          id="evidence"
          caption={words.count(items.length)}
          captionSize="s"
          stacked
          columns={[
            { label: words.description },
            { label: words.kind },
            { label: words.source },
            { label: words.receivedOn },
            { label: words.keptAt },
          ]}
          rows={items.map((item) => [
            <a href={`${path}/evidence/${item.id}`}>
              {words.item(item.no)}: {item.description}
            </a>,
            `${EVIDENCE_KIND_LABELS[item.kind][language]}, ${EVIDENCE_NATURE_LABELS[item.nature][language].toLowerCase()}`,
            item.source,
            formatDay(item.receivedOn, language),
            item.keptAt || '–',
          ])}
        />
      )}
      {write && offered.length > 0 && (
        <>
          <h2>{words.offered}</h2>
          <p>{words.offeredLead}</p>
          <Table
            id="offered"
            caption={words.offeredFiles(offered.length)}
            captionSize="s"
            stacked
            columns={[{ label: words.file }, { label: words.source }, { label: words.size }, { label: words.takeIn }]}
            rows={offered.map(({ each, count }) => [
              words.offeredFile(count),
              each.letterNumber ? words.offeredAnswer(each.letterNumber) : words.offeredFrom[each.from],
              formatBytes(each.file.bytes, language),
              <Form action={`${path}/evidence/offered/${each.id}`}>
                <Button kind="secondary">
                  {words.takeIn}
                  <span class="govuk-visually-hidden"> {words.offeredFile(count)}</span>
                </Button>
              </Form>,
            ])}
          />
        </>
      )}
    </>,
    { ...options, wide: true },
  );
}

/** What this officer may read of what came with the case, numbered as it came. */
async function offeredOf({ tools, file, actor }: OpenedCase) {
  const offered = await offeredAsEvidence(tools.db, file.id);
  return offered.filter((each) => mayReadAudience(file, each.audience, actor)).map((each, index) => ({ each, count: index + 1 }));
}

/** Takes a file that came with the case into the register with one click; what it is can be told from it. */
export async function takeOffered(opened: OpenedCase): Promise<Response> {
  const { c, tools, actor, file, path, language } = opened;
  const words = wordsIn(language).evidence;
  const found = (await offeredOf(opened)).find(({ each }) => each.id === c.req.param('file'));
  if (!mayRecord(file, actor)) return c.notFound();
  const taken = found
    ? await takeOfferedFile(tools, actor, file.id, {
        ...registered(found.each, found.count),
        receivedOn: dayOf(found.each.at, file.zone),
      })
    : ({ ok: false, refusal: 'case.evidence-taken' } as const);
  if (taken.ok) return seeOther(c, `${path}/evidence/${taken.value}`, words.added);
  const refusal = textOf(taken.refusal);
  return register(opened, { errors: [{ field: 'offered', message: refusal[language] }], status: statusOf(refusal.kind) });
}

/** What the register says of a file taken in with one click. It is kept in Indonesian, whatever the language of the officer's pages. */
function registered(each: OfferedFile, count: number) {
  const words = wordsIn('id').evidence;
  const isReporter = each.author === null;
  return {
    fileId: each.id,
    kind: kindOfMedia(each.file.mediaType),
    nature: 'material' as const,
    description: each.letterNumber ? words.offeredAnswerFile(count, each.letterNumber) : words.offeredDescription(count),
    source: isReporter ? words.reporter : words.offeredAgency,
    receivedHow: each.letterNumber ? words.offeredAnswer(each.letterNumber) : words.offeredFrom[each.from],
    keptAt: '',
  };
}

export async function itemOf({ c, tools, file }: OpenedCase): Promise<EvidenceItem | undefined> {
  return (await evidenceOf(tools.db, file.id)).find((each) => each.id === c.req.param('item'));
}

export async function itemPage(opened: OpenedCase): Promise<Response> {
  const { c, tools, file, actor, path, language } = opened;
  const words = wordsIn(language);
  const item = await itemOf(opened);
  if (!item) return c.notFound();
  const [chain, links, allegations, steps] = await Promise.all([
    custodyOf(tools.db, file.id, item.id),
    evidenceLinksOf(tools.db, file.id),
    allegationsOf(tools.db, file.id),
    stepsOf(tools.db, file.id),
  ]);
  const parties = await partiesOf(opened, [item.takenBy, ...chain.map((line) => line.by)]);
  const own = `${path}/evidence/${item.id}`;
  const step = steps.find((each) => each.id === item.stepId);
  const used = links.flatMap((link) => {
    const allegation = allegations.find((each) => each.id === link.allegationId);
    return link.evidenceId === item.id && link.stance !== 'none' && allegation ? [{ allegation, stance: link.stance }] : [];
  });
  const write = mayRecord(file, actor);
  return casePage(
    opened,
    'evidence',
    words.evidence.item(item.no),
    <>
      <BackLink href={`${path}/evidence`} text={words.evidence.back} />
      {item.file?.thumbnailKey && (
        <p>
          <a href={`${own}/picture`}>
            <img src={`${own}/thumbnail`} alt={words.evidence.picture(item.no)} />
          </a>
        </p>
      )}
      <SummaryList
        rows={[
          { key: words.evidence.description, value: <span class="tuntas-preserve">{item.description}</span> },
          { key: words.evidence.kind, value: EVIDENCE_KIND_LABELS[item.kind][language] },
          { key: words.evidence.nature, value: EVIDENCE_NATURE_LABELS[item.nature][language] },
          { key: words.evidence.source, value: item.source },
          step && {
            key: words.evidence.step,
            value: <a href={`${path}/examination/steps/${step.id}`}>{`${step.no}. ${step.about}`.slice(0, 120)}</a>,
          },
          { key: words.evidence.receivedOn, value: formatDay(item.receivedOn, language) },
          { key: words.evidence.receivedHow, value: item.receivedHow || words.none },
          { key: words.evidence.keptAt, value: item.keptAt || words.none },
          {
            key: words.evidence.takenBy,
            value: `${parties.author(item.takenBy)}, ${formatMoment(item.takenAt, file.zone, language)}`,
          },
          item.file
            ? {
                key: words.evidence.file,
                value: (
                  <>
                    <a href={`${own}/file`}>{words.evidence.download}</a> ({formatBytes(item.file.bytes, language)})
                  </>
                ),
              }
            : { key: words.evidence.file, value: words.evidence.noFile },
          item.file && { key: words.evidence.digest, value: <code class="tuntas-preserve">{item.file.sha256}</code> },
          used.length > 0 && {
            key: words.evidence.usedFor,
            value: (
              <ul>
                {used.map(({ allegation, stance }) => (
                  <li>
                    <a href={`${path}/allegations/${allegation.id}`}>
                      {words.allegations.one(allegation.no, FORMS[allegation.form].label[language])}
                    </a>{' '}
                    ({STANCE_LABELS[stance][language].toLowerCase()})
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <h2>{words.evidence.custody}</h2>
      <p class="govuk-hint">{words.evidence.custodyLead}</p>
      <Timeline
        items={chain.map((line) => ({
          title: titleOf(line, language, words.evidence),
          by: parties.author(line.by),
          when: formatMoment(line.at, file.zone, language),
          body: (
            <>
              <p>{formatDay(line.onDay, language)}</p>
              {line.reason !== '' && <p class="tuntas-preserve">{line.reason}</p>}
            </>
          ),
        }))}
      />
      {write && (
        <>
          <p>
            <LinkButton href={`${own}/custody`}>{words.evidence.record}</LinkButton>
          </p>
          {item.file && (
            <Form action={`${own}/check`}>
              <p class="govuk-hint">{words.evidence.checkHint}</p>
              <Button kind="secondary">{words.evidence.check}</Button>
            </Form>
          )}
        </>
      )}
    </>,
  );
}

function titleOf(line: CustodyLine, language: 'id' | 'en', words: ReturnType<typeof wordsIn>['evidence']) {
  const label = CUSTODY_LABELS[line.act][language];
  if (line.act === 'checked') {
    return (
      <>
        {label}: <Tag tone={line.isIntact ? 'success' : 'danger'}>{line.isIntact ? words.isIntact : words.isBroken}</Tag>
      </>
    );
  }
  return line.party === '' ? label : `${label}: ${line.party}`;
}

export async function checkPage(opened: OpenedCase): Promise<Response> {
  const { c, tools, actor, file, path, language } = opened;
  const words = wordsIn(language).evidence;
  const item = await itemOf(opened);
  if (!item) return c.notFound();
  await mayCompute(opened);
  const checked = await checkEvidence(tools, actor, { caseId: file.id, evidenceId: item.id });
  if (!checked.ok) return c.notFound();
  return seeOther(c, `${path}/evidence/${item.id}`, checked.value ? words.intact : words.broken);
}

/** Hashing 25 MB costs; nobody checks more in an hour than a register holds. */
const CHECKS_AN_HOUR = 200;

async function mayCompute({ tools, actor, now }: OpenedCase): Promise<void> {
  const counted = await allow(tools, {
    bucket: 'case-evidence-check',
    key: actor.personId,
    limit: CHECKS_AN_HOUR,
    windowSeconds: 3600,
    now,
  });
  if (!counted.allowed) throw new RefusedRequest('too-often', counted.retryAfterSeconds);
}

/** The original, only ever downloaded; `picture` and `thumbnail` are the cleaned copies. */
export function evidenceFile(what: 'file' | 'picture' | 'thumbnail') {
  return async ({ c, tools, file }: OpenedCase): Promise<Response> => {
    const item = await loadEvidenceItem(tools.db, file.id, c.req.param('item') ?? '');
    if (!item?.file) return c.notFound();
    const name = `bukti-${item.no}`;
    if (what === 'file') {
      const { fileKey, mediaType, bytes, extension } = item.file;
      return answerFile(c, { stream: await openFile(tools, fileKey), mediaType, size: bytes, name: `${name}${extension}` });
    }
    const key = what === 'picture' ? item.file.shownKey : item.file.thumbnailKey;
    if (!key) return c.notFound();
    const bytes = await readSealed(tools, key);
    const type = await sniff(bytes);
    if (!type) return c.notFound();
    return answerFile(c, {
      stream: Readable.from([bytes]),
      mediaType: type.mediaType,
      size: bytes.length,
      name: `${name}${type.extension}`,
      inline: true,
    });
  };
}
