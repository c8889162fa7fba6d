import type { Language } from '../../kernel/language.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { isPlausibleNik } from './nik.ts';
import type { ContactFault } from './refusals.ts';

/** Who a complainant is and how they can be reached. Every part is optional; a checked contact has at least one. */
export interface Contact {
  readonly name?: string;
  /** Domain in lower case; the part before the @ as typed, because only its own server knows whether case matters there. */
  readonly email?: string;
  /** E.164, for example +6281234567890. */
  readonly phone?: string;
  /** 16 digits. */
  readonly nik?: string;
  /** In which language mails go out; Indonesian when absent. */
  readonly language?: Language;
}

/** By what a complainant can be reached. Not personal data by itself, so it may be read without opening the seal. */
export type WayToReach = 'email' | 'phone';

/** What someone typed into the contact fields; empty and missing are the same. */
export interface ContactInput {
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly nik?: string | null | undefined;
  readonly language?: Language | undefined;
}

export type ContactField = 'name' | 'email' | 'phone' | 'nik';

const EMAIL = /^[^\s@"<>(),;:\\[\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}[\p{L}\p{N}-]{2,63}$/u;

/** An address in the form it is sealed and written to, or `undefined` when it cannot be one. */
export function normaliseEmail(typed: string): string | undefined {
  const text = typed.normalize('NFC').trim();
  const at = text.lastIndexOf('@');
  const email = `${text.slice(0, at)}@${text.slice(at + 1).toLowerCase()}`;
  return text.length <= 254 && EMAIL.test(email) && !/(?:^\.|\.\.|\.@)/.test(email) ? email : undefined;
}

/** A telephone number as E.164; a number without a country (08.., 8..) is Indonesian. `undefined` when it cannot be one. */
export function normalisePhone(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  if (!/^[+(]?[\d\s().\-/+]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  const international = text.replace(/^\(/, '').startsWith('+') ? digits : digits.startsWith('00') ? digits.slice(2) : undefined;
  if (international !== undefined && !international.startsWith('62')) {
    return /^[1-9]\d{7,14}$/.test(international) ? `+${international}` : undefined;
  }
  // "+62 (0)812..." is a common way to write it; the zero is only dialled inside the country.
  const national = (international ?? digits).replace(/^62/, '').replace(/^0/, '');
  return /^[1-9]\d{6,11}$/.test(national) ? `+62${national}` : undefined;
}

/**
 * Reads typed contact fields. `undefined` as value means that nothing was given, which is allowed: a complaint needs no
 * contact. Faults name the field and never repeat what was typed.
 */
export function checkContact(input: ContactInput): Result<Contact | undefined, readonly ContactFault[]> {
  const given = (field: ContactField): string | undefined => input[field]?.trim() || undefined;
  const [name, email, phone, nik] = [given('name'), given('email'), given('phone'), given('nik')];
  const checked = {
    name: name?.normalize('NFC').replace(/\s+/g, ' '),
    email: email === undefined ? undefined : normaliseEmail(email),
    phone: phone === undefined ? undefined : normalisePhone(phone),
    nik: nik?.normalize('NFKC').replace(/[\s.-]/g, ''),
  };
  const faults: ContactFault[] = [];
  if ((checked.name?.length ?? 0) > 200) faults.push('name-too-long');
  if (email !== undefined && checked.email === undefined) faults.push('email-invalid');
  if (phone !== undefined && checked.phone === undefined) faults.push('phone-invalid');
  if (checked.nik !== undefined && !isPlausibleNik(checked.nik)) faults.push('nik-invalid');
  if (faults.length > 0) return refuse(faults);
  const contact: Contact = Object.fromEntries(Object.entries(checked).filter(([, value]) => value !== undefined));
  if (Object.keys(contact).length === 0) return ok(undefined);
  return ok(input.language === undefined ? contact : { ...contact, language: input.language });
}

/** By what the holder of a contact can be reached. */
export function waysToReach(contact: Contact | undefined): WayToReach[] {
  return (['email', 'phone'] as const).filter((way) => contact?.[way] !== undefined);
}
