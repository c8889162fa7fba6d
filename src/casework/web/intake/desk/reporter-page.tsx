/**
 * `/desk/cases/:id/reporter`: who reported, opened for a stated purpose that is recorded first, and who has opened it before. What is there can
 * be seen without opening anything.
 */
import { Button, Form, formatDay, Hidden, Radios, SummaryList, Table, TextInput, Time } from '../../../../design/index.ts';
import { peopleByIds } from '../../../../directory/index.ts';
import {
  type Contact,
  erasuresOf,
  type IdentityRefusal,
  identityRefusals,
  type Look,
  listAccesses,
  type OriginalWords,
  PARTICULARS_FIELDS,
  type Particulars,
  type ParticularsField,
  particularsGiven,
  type RevealedParticulars,
  readOriginal,
  revealIdentity,
  revealParticulars,
  waysToReachComplainant,
} from '../../../../identity/index.ts';
import type { Result } from '../../../../kernel/result.ts';
import { Temporal } from '../../../../kernel/time.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { openFile } from '../../../../platform/files/take-file.ts';
import { answerFile } from '../../../../platform/http/answer-file.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import type { Tools } from '../../../../platform/tools.ts';
import { maySeeReporter } from '../../../rules/visibility.ts';
import { casePage } from '../../case-frame.tsx';
import type { OpenedCase } from '../../opened.tsx';
import { type IntakeWords, wordsIn } from '../words.ts';

const PARTS = ['particulars', 'contact', 'original'] as const;
type Part = (typeof PARTS)[number];

type Seen =
  | { readonly part: 'particulars'; readonly value: RevealedParticulars }
  | { readonly part: 'contact'; readonly value: Contact }
  | { readonly part: 'original'; readonly value: OriginalWords };

type Opening = (tools: Tools, tx: Tx, look: Look) => Promise<Result<Seen['value'], IdentityRefusal>>;

const OPEN: Readonly<Record<Part, Opening>> = { particulars: revealParticulars, contact: revealIdentity, original: readOriginal };

export function reporterPage(opened: OpenedCase): Promise<Response> {
  return show(opened, { part: 'particulars', purpose: '' }, []);
}

interface Asked {
  readonly part: Part;
  readonly purpose: string;
}

function askedOf({ c }: OpenedCase): Asked {
  const form = readForm(c);
  return { part: PARTS.find((each) => each === form.text('part')) ?? 'particulars', purpose: form.text('purpose').slice(0, 500) };
}

const lookOf = ({ file, actor }: OpenedCase, purpose: string) => ({
  complaintId: file.id,
  actor,
  purpose,
  allowed: maySeeReporter(file, actor),
});

export async function look(opened: OpenedCase): Promise<Response> {
  const { tools, language } = opened;
  const asked = askedOf(opened);
  const seen = await inTransaction(tools, (tx) => OPEN[asked.part](tools, tx, lookOf(opened, asked.purpose)));
  if (seen.ok) return show(opened, asked, [], { part: asked.part, value: seen.value } as Seen);
  return show(opened, asked, [{ field: 'purpose', message: identityRefusals[seen.refusal][language] }]);
}

/** Handed out once per stated purpose: the look is recorded before the file is opened. */
export async function idCardFile(opened: OpenedCase): Promise<Response> {
  const { c, tools, file, language } = opened;
  const { purpose } = askedOf(opened);
  const seen = await inTransaction(tools, (tx) => revealParticulars(tools, tx, lookOf(opened, purpose)));
  if (!seen.ok) {
    return show(opened, { part: 'particulars', purpose }, [
      { field: 'purpose', message: identityRefusals[seen.refusal][language] },
    ]);
  }
  const { idCopy } = seen.value;
  if (!idCopy) return c.notFound();
  const stream = await openFile(tools, idCopy.storeKey);
  const name = `${file.number.replaceAll('/', '-')}-identitas`;
  const response = answerFile(c, { stream, mediaType: idCopy.mediaType, size: idCopy.bytes, name, inline: false });
  (await response).headers.set('Cache-Control', 'no-store');
  return response;
}

async function show(
  opened: OpenedCase,
  asked: Asked,
  errors: readonly { readonly field: string; readonly message: string }[],
  seen?: Seen,
): Promise<Response> {
  const { file, actor, path, language } = opened;
  const words = wordsIn(language);
  const may = maySeeReporter(file, actor);
  const response = await casePage(
    opened,
    'overview',
    words.desk.reporter,
    <>
      <Given given={await givenOf(opened, words)} words={words} />
      {file.tip ? (
        <p>{words.own.tip}</p>
      ) : may ? (
        <>
          {seen && <SeenPart seen={seen} opened={opened} words={words} purpose={asked.purpose} />}
          <p>{words.desk.reporterLead}</p>
          <Form action={`${path}/reporter`}>
            <Radios
              name="part"
              label={words.desk.what}
              value={asked.part}
              choices={PARTS.map((value) => ({ value, label: words.desk.part[value] }))}
            />
            <TextInput
              name="purpose"
              label={words.desk.purpose}
              hint={words.desk.purposeHint}
              value={seen ? '' : asked.purpose}
              maxlength={500}
            />
            <Button>{words.desk.look}</Button>
          </Form>
        </>
      ) : (
        <p>{words.desk.notAllowed}</p>
      )}
      <h2>{words.desk.looks}</h2>
      {await looks(opened, words)}
    </>,
    errors.length > 0 ? { errors, status: may ? 422 : 403 } : {},
  );
  response.headers.set('Cache-Control', 'no-store');
  return response;
}

async function givenOf({ tools, file }: OpenedCase, words: IntakeWords): Promise<string[]> {
  const [{ given }, ways, erased] = await Promise.all([
    particularsGiven(tools.db, file.id),
    waysToReachComplainant(tools.db, file.id),
    erasuresOf(tools.db, file.id),
  ]);
  const names: Readonly<Record<string, string>> = {
    name: words.you.name,
    birthPlace: words.you.birthPlace,
    bornOn: words.you.born,
    maritalStatus: words.you.maritalStatus,
    occupation: words.you.occupation,
    address: words.you.address,
    idCopy: words.you.idCard,
  };
  return [
    ...given.map((field) => names[field] ?? field),
    ...ways.map((way) => words.you[way]),
    ...erased.map((each) => `${words.desk.part[each.part]}: ${words.desk.erased}`),
  ];
}

function Given({ given, words }: { given: readonly string[]; words: IntakeWords }) {
  return (
    <>
      <h2>{words.desk.given}</h2>
      {given.length === 0 ? (
        <p>{words.desk.nothing}</p>
      ) : (
        <ul>
          {given.map((each) => (
            <li>{each}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function SeenPart({ seen, opened, words, purpose }: { seen: Seen; opened: OpenedCase; words: IntakeWords; purpose: string }) {
  const row = (key: string, value: string | undefined) => ({ key, value: value ?? words.notGiven });
  if (seen.part === 'contact') {
    const { name, email, phone, nik } = seen.value;
    return (
      <SummaryList
        title={words.desk.part.contact}
        rows={[
          row(words.you.name, name),
          row(words.you.email, email),
          row(words.you.phone, phone),
          ...(nik ? [row('NIK', nik)] : []),
        ]}
      />
    );
  }
  if (seen.part === 'original') {
    return (
      <>
        <h2>{words.desk.part.original}</h2>
        <h3>{seen.value.title}</h3>
        <p class="tuntas-preserve">{seen.value.description}</p>
      </>
    );
  }
  const { particulars, idCopy } = seen.value;
  const label = { bornOn: words.you.born } as Readonly<Record<string, string>>;
  return (
    <>
      <SummaryList
        title={words.desk.part.particulars}
        rows={PARTICULARS_FIELDS.map((field) => {
          const value = shown(field, particulars, opened, words);
          return row(label[field] ?? String(words.you[field as 'name']), value);
        })}
      />
      {idCopy && (
        <Form action={`${opened.path}/reporter/id-card`}>
          <Hidden name="purpose" value={purpose} />
          <Button kind="secondary">{words.desk.idCardOpen}</Button>
        </Form>
      )}
    </>
  );
}

function shown(field: ParticularsField, particulars: Particulars, { language }: OpenedCase, words: IntakeWords) {
  const value = particulars[field];
  if (field === 'maritalStatus') return words.you.marital[value ?? ''];
  return field === 'bornOn' && value !== undefined ? formatDay(Temporal.PlainDate.from(value), language) : value;
}

async function looks({ tools, file }: OpenedCase, words: IntakeWords) {
  const accesses = await listAccesses(tools.db, { complaintId: file.id, limit: 50 });
  if (accesses.length === 0) return <p>{words.desk.noLooks}</p>;
  const idOf = (reference: string) => reference.slice('person:'.length);
  const people = await peopleByIds(
    tools.db,
    accesses.flatMap(({ actor }) => (actor.startsWith('person:') ? [idOf(actor)] : [])),
  );
  return (
    <Table
      id="looks"
      caption={words.desk.looks}
      captionSize="s"
      columns={[words.desk.when, words.desk.who, words.desk.whatPart, words.desk.why].map((label) => ({ label }))}
      rows={accesses.map((each) => [
        <Time at={each.at} zone={file.zone} />,
        each.actor === 'complainant' ? words.desk.theReporter : (people.get(idOf(each.actor))?.name ?? ''),
        words.desk.part[each.part],
        each.purpose,
      ])}
      stacked
    />
  );
}
