/**
 * The questions are asked at three addresses: of a complainant on their complaint's page, of anybody who comes directly, and by an officer for
 * somebody. Each has cookies of its own, so that an officer who reports as a citizen does not find it among the day's work.
 */
import { type OwnComplaint, onOwnComplaint, type ReceiptCookie } from '../../../complaints/index.ts';
import { officersOnly, zoneOfRegion } from '../../../directory/index.ts';
import { type HeldPosition, type Officer, positionsWith } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Moment, Zone } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { IntakeMode } from '../../rules/intake/answers.ts';
import { type IntakeWords, wordsIn } from './words.ts';

export interface IntakeSite {
  readonly c: WebContext;
  readonly tools: Tools;
  readonly language: Language;
  readonly words: IntakeWords;
  readonly now: Moment;
  /** Whose today a day is compared with. */
  readonly zone: Zone;
  readonly mode: IntakeMode;
  /** The first page; the questions stand below it. */
  readonly base: string;
  readonly draftCookie: string;
  readonly receipt: ReceiptCookie;
  /** In mode `complaint`. */
  readonly own: OwnComplaint | undefined;
  /** In mode `desk`. */
  readonly officer: Officer | undefined;
  /** Offices for which this officer may record, in mode `desk`. */
  readonly offices: readonly HeldPosition[];
}

type Answer = (site: IntakeSite) => Response | Promise<Response>;
export type Guard = (answer: Answer) => (c: WebContext) => Response | Promise<Response>;

const RECEIPT: ReceiptCookie = { receiptCookie: 'case-receipt', mode: 'citizen' };
const DESK_RECEIPT: ReceiptCookie = { receiptCookie: 'desk-case-receipt', mode: 'counter' };

function common(c: WebContext) {
  const [tools, language] = [c.get('tools'), c.get('language')];
  return { c, tools, language, words: wordsIn(language), now: tools.clock.now() };
}

/** Anybody. */
export const direct: Guard = (answer) => (c) =>
  answer({
    ...common(c),
    zone: 'Asia/Jakarta',
    mode: 'direct',
    base: '/ombudsman/new',
    draftCookie: 'case-draft',
    receipt: RECEIPT,
    own: undefined,
    officer: undefined,
    offices: [],
  });

/** Whoever has this complaint open in this browser. */
export const ofComplaint: Guard = (answer) =>
  onOwnComplaint((own) =>
    answer({
      ...common(own.c),
      zone: own.complaint.zone,
      mode: 'complaint',
      base: `${own.path}/ombudsman`,
      draftCookie: 'case-appeal',
      receipt: RECEIPT,
      own,
      officer: undefined,
      offices: [],
    }),
  );

/** Officers of the Ombudsman who may record reports; for others there is no such page. */
export const atDesk: Guard = (answer) =>
  officersOnly((asked) => {
    const offices = positionsWith(asked.actor, 'case.intake');
    if (offices.length === 0) return asked.c.notFound();
    return answer({
      ...common(asked.c),
      zone: offices[0]?.regionCode ? zoneOfRegion(offices[0].regionCode) : 'Asia/Jakarta',
      mode: 'desk',
      base: '/desk/cases/new',
      draftCookie: 'desk-case-draft',
      receipt: DESK_RECEIPT,
      own: undefined,
      officer: asked.actor,
      offices,
    });
  });
