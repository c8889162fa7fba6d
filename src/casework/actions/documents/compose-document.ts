/** From a draft to what will be printed: looks up names and limits, and hands them to the one function that composes. */
import { agenciesByIds, positionKind } from '../../../directory/index.ts';
import { revealIdentity } from '../../../identity/index.ts';
import type { Actor, Officer } from '../../../kernel/actor.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import { lawBook, type Parameter, type ParameterRule } from '../../../law/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { DOCUMENT_TEMPLATES } from '../../data/documents/templates.ts';
import { composeLetter, type NamedAddressee } from '../../rules/documents/compose-letter.ts';
import type { CaseDocument, Recipient } from '../../rules/documents/document.ts';
import { type DocumentKind, documentKind } from '../../rules/documents/kinds.ts';
import type { LetterContent } from '../../rules/documents/letter-content.ts';
import { templateOf } from '../../rules/documents/template.ts';
import { maySeeReporter } from '../../rules/visibility.ts';
import { officerName } from './in-office.ts';
import type { OpenedSubject } from './opened-subject.ts';

/** What a preview and the sealed document have in common. @param given.number `null` in a preview */
export async function composeDocument(
  tools: Tools,
  db: Db | Tx,
  document: CaseDocument,
  opened: OpenedSubject,
  given: {
    readonly number: string | null;
    readonly signatory: LetterContent['signatory'];
    readonly reporterName: string | null;
    readonly at: Moment;
  },
): Promise<LetterContent> {
  const kind = document.kind as DocumentKind;
  return composeLetter({
    kind,
    template: templateOf(DOCUMENT_TEMPLATES, kind, document.templateVersion),
    facts: { ...opened.facts, isExample: opened.facts.isExample || tools.settings.exampleMode },
    fields: document.fields,
    recipients: await named(db, document.recipients),
    on: dayOf(given.at, opened.facts.zone),
    limit: await limitsOf(tools, db, opened),
    ...given,
  });
}

async function named(db: Db | Tx, recipients: readonly Recipient[]): Promise<readonly NamedAddressee[]> {
  const agencies = await agenciesByIds(
    db as Db,
    recipients.flatMap(({ agencyId }) => agencyId ?? []),
  );
  return Promise.all(
    recipients.map(async (one) => ({
      ...one,
      agencyName: one.agencyId === null ? null : (agencies.get(one.agencyId)?.name ?? null),
      personName: await officerName(db, one.personId),
    })),
  );
}

/** The limits of the law the file was opened under, by its day of registration: as its clocks count them. */
export async function limitsOf(tools: Tools, db: Db | Tx, { legal }: OpenedSubject): Promise<(rule: ParameterRule) => Parameter> {
  const book = await lawBook(tools, db as Db);
  const on = dayOf(legal.since, legal.zone);
  return (rule) => book.parameter(rule, on, legal.ruleSet ?? undefined);
}

/** As whom somebody seals: their position at the office of the file, or above it. */
export function signatoryOf(actor: Officer, opened: OpenedSubject, kind: DocumentKind): LetterContent['signatory'] {
  const seals = documentKind(kind).seals;
  const through = actor.positions.find(
    (held) => opened.office.path.includes(held.agencyId) && held.capabilities.some((one) => seals.includes(one)),
  );
  if (through?.kind === 'ombudsman-head') {
    const isRoot = through.agencyId === opened.office.path[0];
    return {
      position: isRoot ? 'Ketua Ombudsman Republik Indonesia' : `Kepala ${opened.office.name.replace(/^Ombudsman RI /, '')}`,
      name: actor.name,
    };
  }
  const label = through ? positionKind(through.kind as Parameters<typeof positionKind>[0]).label.id : 'Petugas';
  return { position: label, name: actor.name };
}

/**
 * The name of the reporter, for the few kinds that may carry it, when the drafter asked for it and the identity is not secret. The look is recorded.
 */
export async function reporterNameFor(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  document: CaseDocument,
  opened: OpenedSubject,
): Promise<string | null> {
  const data = documentKind(document.kind as DocumentKind);
  const { file } = opened;
  if (!file || file.secret || data.reporterName === 'never' || document.fields.withName !== 'yes') return null;
  const look = {
    complaintId: file.id,
    actor,
    purpose: `Mencantumkan nama pada ${data.label.id}`,
    allowed: maySeeReporter(file, actor),
  };
  const revealed = await revealIdentity(tools, tx, look);
  return revealed.ok ? (revealed.value.name ?? null) : null;
}
