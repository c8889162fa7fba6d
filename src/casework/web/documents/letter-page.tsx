/** `/desk/letters/:letter`: the cover of a letter; once it is opened, what it says, its file, and the way to an answer. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  Form,
  formatBytes,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  SummaryList,
  seeOther,
  Time,
} from '../../../design/index.ts';
import { type OfficerAsked, officersOnly, peopleByIds } from '../../../directory/index.ts';
import type { Zone } from '../../../kernel/time.ts';
import type { CaseRuleSet } from '../../../law/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { openSubject } from '../../actions/documents/opened-subject.ts';
import { openLetter, wasLaidHere } from '../../actions/documents/receive-document.ts';
import { type CaseDocument, deliveryState, lastDelivery, type Recipient } from '../../rules/documents/document.ts';
import { documentKind } from '../../rules/documents/kinds.ts';
import { addressedTo } from '../../rules/documents/permissions.ts';
import { answerInMaking, answersTo, loadDocument } from '../../store/documents/documents.ts';
import { filesOfDocument } from '../../store/documents/files.ts';
import { tellRecipient } from './addressee-form.tsx';
import { AnswerView } from './answer-view.tsx';
import { duesOf } from './dues.tsx';
import { LetterView } from './letter-view.tsx';
import { kindLabel } from './list-page.tsx';
import { type DocumentWords, wordsIn } from './words.ts';
import { zoneOfOfficer } from './zone-of-officer.ts';

export interface Reading extends OfficerAsked {
  readonly letter: CaseDocument;
  /** As which of its recipients this officer reads it. */
  readonly recipient: Recipient;
  readonly isOpened: boolean;
  /** The procedure of the file the letter belongs to. */
  readonly ruleSet: CaseRuleSet | null;
  readonly path: string;
  readonly words: DocumentWords;
  readonly zone: Zone;
}

/** A letter this officer is addressed by and was sent here; any other answers like one that does not exist. */
export function onLetter(answer: (reading: Reading) => Response | Promise<Response>): (c: WebContext) => Promise<Response> {
  return officersOnly(async (asked) => {
    const { c, tools, actor, language } = asked;
    const letter = await loadDocument(tools.db, c.req.param('letter') ?? '');
    const recipient = letter && addressedTo(letter, actor).find(({ no }) => wasLaidHere(letter, no));
    if (!letter || !recipient || letter.kind === 'answer') return c.notFound();
    const isOpened = deliveryState(letter, recipient.no) === 'received';
    const path = `/desk/letters/${letter.id}`;
    const ruleSet = (await openSubject(tools.db, letter.subject))?.legal.ruleSet ?? null;
    return answer({ ...asked, letter, recipient, isOpened, ruleSet, path, words: wordsIn(language), zone: zoneOfOfficer(actor) });
  });
}

export async function letterPage(reading: Reading): Promise<Response> {
  const { c, letter, words, language, isOpened, path } = reading;
  const kind = kindLabel(letter, reading.ruleSet, language);
  return page(
    c,
    { title: `${kind} ${letter.number}`, before: <BackLink href="/desk/letters" text={words.reading.back} />, wide: true },
    <>
      <PageHeading caption={letter.number ?? ''}>{kind}</PageHeading>
      {letter.state === 'superseded' && <InsetText>{words.reading.replaced}</InsetText>}
      {isOpened ? await opened(reading) : await cover(reading, path)}
    </>,
  );
}

async function cover(reading: Reading, path: string) {
  const { words, recipient, letter, zone } = reading;
  const sentAt = lastDelivery(letter, recipient.no)?.sentAt;
  return (
    <Columns>
      <SummaryList
        rows={[
          { key: words.reading.to, value: await tellRecipient(reading, recipient) },
          sentAt && { key: words.inbox.sentAt, value: <Time at={sentAt} zone={zone} /> },
        ]}
      />
      <p>{words.reading.cover}</p>
      <Form action={`${path}/open`}>
        <Button>{words.reading.open}</Button>
      </Form>
    </Columns>
  );
}

async function opened(reading: Reading) {
  const { tools, actor, letter, recipient, words, language, path, zone } = reading;
  const outcome = lastDelivery(letter, recipient.no)?.outcome;
  const by = outcome?.by.replace('person:', '') ?? '';
  const opener = (await peopleByIds(tools.db, [by])).get(by)?.name;
  const isAnswerable = letter.kind !== 'answer' && documentKind(letter.kind).isAnswerable && letter.state !== 'superseded';
  const inMaking = isAnswerable ? await answerInMaking(tools.db, letter.id, actor.personId) : undefined;
  const answers = await answersTo(tools.db, letter.id);
  const files = await Promise.all(answers.map((one) => filesOfDocument(tools.db, one.id)));
  const subject = await openSubject(tools.db, letter.subject);
  const dues = subject && (await duesOf(tools, letter, subject, reading));
  return (
    <Columns>
      <SummaryList
        rows={[
          { key: words.reading.to, value: await tellRecipient(reading, recipient) },
          outcome && { key: words.reading.receivedAt, value: <Time at={outcome.at} zone={zone} /> },
          opener !== undefined && { key: words.reading.by, value: opener },
        ]}
      />
      {dues}
      <ButtonGroup>
        {isAnswerable && (
          <LinkButton href={`${path}/answer`}>{inMaking ? words.reading.continue : words.reading.answer}</LinkButton>
        )}
        {letter.file && (
          <LinkButton href={`${path}/file`} kind="secondary">
            {words.page.download(formatBytes(letter.file.bytes, language))}
          </LinkButton>
        )}
      </ButtonGroup>
      {letter.content && <LetterView content={letter.content} />}
      {answers.length > 0 && <h2>{words.reading.answers}</h2>}
      {answers.map((one, index) => (
        <AnswerView
          answer={one}
          files={files[index] ?? []}
          hrefOf={(file) => `${path}/answers/${one.id}/${file.id}`}
          zone={zone}
          language={language}
        />
      ))}
    </Columns>
  );
}

export async function openLetterNow({ c, tools, actor, letter, path, words }: Reading): Promise<Response> {
  const done = await openLetter(tools, actor, letter.id);
  return done.ok ? seeOther(c, path, words.reading.opened) : c.notFound();
}
