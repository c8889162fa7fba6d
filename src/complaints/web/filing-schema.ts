/**
 * What may be filed, field by field: one schema for the citizen's form, the counter and the JSON API.
 *
 * `readFiling` judges the words alone (no database), `lookUpFiling` asks the directory and gives the order for `fileComplaint`.
 * Both answer every fault at once, each with the field it belongs to. Fields that are not known are refused: with
 * `"anonymus": true` passed over in silence somebody would be exposed.
 *
 * Length limits are house settings (no regulation sets any): long enough for a story, short enough for a desk. Characters are counted as
 * JavaScript counts them, after cleaning.
 */
import { z } from 'zod';
import {
  type Agency,
  agencyByCode,
  agencyById,
  categoryByCode,
  isInForce,
  isRegionCode,
  regionByCode,
} from '../../directory/index.ts';
import { type Contact, type ContactFault, checkContact, contactFaults } from '../../identity/index.ts';
import type { Label, Language } from '../../kernel/language.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Day, dayOf, type Moment, Temporal } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import type { FilingOrder } from '../actions/file-complaint.ts';
import { COMPLAINT_CLASSES, type ComplaintClass } from '../rules/complaint.ts';
import { TEXT_LIMIT } from '../rules/guards.ts';
import { FILING_FAULTS, type FilingFaultCode } from './filing-faults.ts';

export const FILING_LIMITS = {
  title: { least: 5, most: 150 },
  description: { least: { complaint: 20, aspiration: 20, 'information-request': 10 }, most: TEXT_LIMIT },
  place: { most: 300 },
  /** Nothing a present office could answer for happened before the republic. */
  earliestYear: 1945,
  /** Degrees. The archipelago lies between 6°08' N and 11°08' S, 94°58' E and 141°02' E; half a degree for the sea around it. */
  location: { lat: { least: -11.7, most: 6.7 }, lng: { least: 94.4, most: 141.6 } },
} as const;

/** A fault at a field; `field` is its path in the JSON (`location`, `contact.email`), '' for the whole. */
export interface FilingFault {
  readonly field: string;
  readonly text: Label;
}

function fault(field: string, code: FilingFaultCode | ContactFault): FilingFault {
  const text = code in FILING_FAULTS ? FILING_FAULTS[code as FilingFaultCode] : contactFaults[code as ContactFault];
  return { field, text: { id: text.id, en: text.en } };
}

// Control characters, and those that change the direction or hide: a text must read for an officer as it was written.
const UNSEEN = /[\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** A text of several lines as it is kept: NFC, well-formed, no control characters but line breaks, no space around it. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, (each) => (each === '\n' ? each : ''))
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

const missingOr = (code: FilingFaultCode) => (issue: { readonly input?: unknown }) =>
  issue.input === undefined || issue.input === null ? code : 'not-text';
const optionalText = () => z.string({ error: 'not-text' }).overwrite(cleanLine).nullish();
/** Codes and ids are short; what is longer is not even looked up. */
const optionalCode = (unknown: FilingFaultCode) =>
  z.string({ error: 'not-text' }).overwrite(cleanLine).max(100, unknown).nullish();
const yesOrNo = () => z.boolean({ error: 'not-yes-or-no' }).nullish();
const within = (range: { readonly least: number; readonly most: number }) =>
  z.number({ error: 'location-not-numbers' }).min(range.least, 'location-outside').max(range.most, 'location-outside');

/** The body of `POST /api/v1/complaints`. Issue messages are fault codes; `readFiling` turns them into texts. */
export const filingSchema = z.strictObject({
  class: z.enum(COMPLAINT_CLASSES, { error: 'class-missing' }).meta({
    description: 'complaint = pengaduan, aspiration = aspirasi, information-request = permintaan informasi',
  }),
  title: z
    .string({ error: missingOr('title-missing') })
    .overwrite(cleanLine)
    .min(1, { error: 'title-missing', abort: true })
    .min(FILING_LIMITS.title.least, 'title-too-short')
    .max(FILING_LIMITS.title.most, 'title-too-long')
    .meta({ description: 'A short title, without names of private persons', examples: ['Jalan berlubang di depan pasar'] }),
  description: z
    .string({ error: missingOr('description-missing') })
    .overwrite(cleanText)
    .min(1, { error: 'description-missing', abort: true })
    .min(FILING_LIMITS.description.least['information-request'], 'description-too-short')
    .max(FILING_LIMITS.description.most, 'description-too-long')
    .meta({ description: 'What happened; at least 20 characters, for a request for information 10' }),
  region: z
    .string({ error: missingOr('region-missing') })
    .nullable()
    .meta({ description: 'Where it happened: a code of /api/v1/regions; null = not tied to one place', examples: ['51.05'] }),
  agency: optionalCode('agency-unknown').meta({
    description: 'Code or id of the agency; absent = I do not know',
    examples: ['51.05.pupr'],
  }),
  category: optionalCode('category-unknown').meta({ description: 'A code of /api/v1/categories' }),
  occurredOn: z
    .string({ error: 'date-not-a-day' })
    .nullish()
    .meta({ description: 'The day it happened, not in the future', examples: ['2026-03-14'], format: 'date' }),
  place: z
    .string({ error: 'not-text' })
    .overwrite(cleanLine)
    .max(FILING_LIMITS.place.most, 'place-too-long')
    .nullish()
    .meta({ description: 'The place in own words' }),
  location: z
    .strictObject(
      { lat: within(FILING_LIMITS.location.lat), lng: within(FILING_LIMITS.location.lng) },
      { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'location-not-numbers') },
    )
    .nullish()
    .meta({ description: 'A point in Indonesia, WGS 84 degrees' }),
  contact: z
    .strictObject(
      { name: optionalText(), email: optionalText(), phone: optionalText() },
      { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'contact-not-object') },
    )
    .nullish()
    .meta({ description: 'Kept sealed; without it news can only be read with number and receipt code' }),
  anonymous: yesOrNo().meta({ description: 'true = identity hidden from the agency complained about and from the public' }),
  confidential: yesOrNo().meta({ description: 'true = the public reads nothing of it' }),
});

export type FilingInput = z.input<typeof filingSchema>;

/** A filing whose words are in order; codes have not been looked up yet. */
export interface FilingWords {
  readonly class: ComplaintClass;
  readonly title: string;
  readonly description: string;
  readonly region: string | null;
  readonly agency: string | null;
  readonly category: string | null;
  readonly occurredOn: Day | null;
  readonly place: string | null;
  readonly location: { readonly lat: number; readonly lng: number } | null;
  readonly contact: Contact | undefined;
  readonly anonymous: boolean;
  readonly confidential: boolean;
}

/** @param now for the question whether a day lies in the future  @param language in which mails about it go out */
export function readFiling(
  input: unknown,
  { now, language }: { readonly now: Moment; readonly language: Language },
): Result<FilingWords, readonly FilingFault[]> {
  const parsed = filingSchema.safeParse(input);
  const faults = parsed.success ? [] : faultsOf(parsed.error.issues, input);
  const told = new Set(faults.map((each) => each.field.split('.')[0]));
  const given: Readonly<Record<string, unknown>> = typeof input === 'object' && input !== null ? { ...input } : {};

  const least = leastDescription(given.class);
  if (!told.has('description') && typeof given.description === 'string' && cleanText(given.description).length < least) {
    faults.push(fault('description', 'description-too-short'));
  }
  const day = typeof given.occurredOn === 'string' ? readDay(given.occurredOn, now) : null;
  if (typeof day === 'string') faults.push(fault('occurredOn', day));
  const contact = told.has('contact') ? undefined : checkContact({ ...(given.contact as FilingInput['contact']), language });
  if (contact && !contact.ok) faults.push(...contact.refusal.map((code) => contactFault(code)));

  if (!parsed.success || faults.length > 0 || !contact?.ok || typeof day === 'string') return refuse(faults);
  const { data } = parsed;
  return ok({
    class: data.class,
    title: data.title,
    description: data.description,
    region: data.region,
    agency: data.agency || null,
    category: data.category || null,
    occurredOn: day,
    place: data.place || null,
    location: data.location ?? null,
    contact: contact.value,
    anonymous: data.anonymous ?? false,
    confidential: data.confidential ?? false,
  });
}

/** The least length of a description. For an unreadable class that of the longest, so that nobody is told twice. */
export function leastDescription(complaintClass: unknown): number {
  const { least } = FILING_LIMITS.description;
  return complaintClass === 'information-request' ? least['information-request'] : least.complaint;
}

/** A day as `YYYY-MM-DD`, or what is wrong with it. Today is that of the easternmost zone, where a day begins first. */
export function readDay(text: string, now: Moment): Day | FilingFaultCode {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'date-not-a-day';
  let day: Day;
  try {
    day = Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return 'date-not-a-day';
  }
  if (day.year < FILING_LIMITS.earliestYear) return 'date-too-early';
  return Temporal.PlainDate.compare(day, dayOf(now, 'Asia/Jayapura')) > 0 ? 'date-in-future' : day;
}

function contactFault(code: ContactFault): FilingFault {
  return fault(`contact.${code.split('-')[0]}`, code);
}

function faultsOf(issues: readonly z.core.$ZodIssue[], input: unknown): FilingFault[] {
  const faults: FilingFault[] = [];
  const add = (each: FilingFault) => {
    if (!faults.some((known) => known.field === each.field)) faults.push(each);
  };
  for (const issue of issues) {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, 20)) add(fault(path === '' ? key : `${path}.${key}`, 'unknown-field'));
    } else if (path === '') {
      add(fault('', 'not-an-object'));
    } else if (issue.path[0] === 'location') {
      add(fault('location', isSwapped(input) ? 'location-swapped' : (issue.message as FilingFaultCode)));
    } else {
      add(fault(path, issue.message as FilingFaultCode));
    }
  }
  return faults;
}

function isSwapped(input: unknown): boolean {
  const { lat, lng } = ((input as { location?: unknown }).location ?? {}) as { lat?: unknown; lng?: unknown };
  const lies = (value: unknown, range: { readonly least: number; readonly most: number }) =>
    typeof value === 'number' && value >= range.least && value <= range.most;
  return lies(lng, FILING_LIMITS.location.lat) && lies(lat, FILING_LIMITS.location.lng);
}

/** What a filing has beside its words. */
export type FilingCircumstances = Pick<FilingOrder, 'channel' | 'continuesId' | 'files'>;

/**
 * Looks the codes up: region, agency and category must be in force today.
 *
 * @returns the order for `fileComplaint`, or a fault at each code that is not known
 */
export async function lookUpFiling(
  tools: { readonly db: Db; readonly clock: { now(): Moment } },
  words: FilingWords,
  circumstances: FilingCircumstances,
): Promise<Result<FilingOrder, readonly FilingFault[]>> {
  const { region, agency, category, ...rest } = words;
  const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const faults: FilingFault[] = [];
  if (region !== null && !(await isOpenRegion(tools.db, region, today))) faults.push(fault('region', 'region-unknown'));
  const addressed = agency === null ? null : await openAgency(tools.db, agency, today);
  if (addressed === undefined) faults.push(fault('agency', 'agency-unknown'));
  if (category !== null && !(await isOpenCategory(tools.db, category, today))) faults.push(fault('category', 'category-unknown'));
  if (faults.length > 0 || addressed === undefined) return refuse(faults);
  return ok({ ...rest, ...circumstances, regionCode: region, agencyId: addressed?.id ?? null, categoryCode: category });
}

/** The agency of a code or an id, when it is in force that day. */
export async function openAgency(db: Db, codeOrId: string, day: Day): Promise<Agency | undefined> {
  const agency = (await agencyById(db, codeOrId)) ?? (await agencyByCode(db, codeOrId));
  return agency && isInForce(agency, day) ? agency : undefined;
}

export async function isOpenRegion(db: Db, code: string, day: Day): Promise<boolean> {
  if (!isRegionCode(code)) return false;
  const region = await regionByCode(db, code);
  return region !== undefined && isInForce(region, day);
}

export async function isOpenCategory(db: Db, code: string, day: Day): Promise<boolean> {
  const category = await categoryByCode(db, code);
  return category !== undefined && isInForce(category, day);
}
