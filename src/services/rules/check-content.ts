/** Whether what someone wrote about a service can be kept. Completeness is another question: a gap may be kept, nonsense may not. */
import { COMPONENT_CODES, type ComponentCode } from './components.ts';
import type { ServiceRefusal } from './refusals.ts';
import type { ServiceContent, ServiceParticulars } from './service.ts';
import type { Standard } from './standard.ts';
import { tellComponent } from './tell-component.ts';

export interface ContentProblem {
  readonly field: keyof ServiceParticulars | ComponentCode;
  readonly code: ServiceRefusal;
}

const MOST_TEXT = 4_000;
const MOST_LINE = 1_000;
const MOST_LINES = 60;

export function problemsOfParticulars(given: ServiceParticulars): ContentProblem[] {
  const isOnline = given.channel !== 'counter';
  const problems: (ContentProblem | false)[] = [
    (given.name === '' || given.name.length > 200) && { field: 'name', code: 'service.name-missing' },
    isOnline && given.onlineAddress === '' && { field: 'onlineAddress', code: 'service.address-missing' },
    !isOnline && given.onlineAddress !== '' && { field: 'onlineAddress', code: 'service.address-without-online' },
    given.onlineAddress !== '' &&
      !isHttpsAddress(given.onlineAddress) && { field: 'onlineAddress', code: 'service.address-wrong' },
    (given.decreeNumber === '') !== (given.decreeOn === null) && { field: 'decreeNumber', code: 'service.decree-day-missing' },
    given.decreeNumber.length > 200 && { field: 'decreeNumber', code: 'service.text-too-long' },
    given.ownerPosition.length > 200 && { field: 'ownerPosition', code: 'service.text-too-long' },
  ];
  return problems.filter((one) => one !== false);
}

export function isHttpsAddress(text: string): boolean {
  if (text.length > 500 || !/^https:\/\/[^\s"<>\\]+$/.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return hostname.includes('.') && username === '' && password === '';
}

export function problemsOfComponent(code: ComponentCode, standard: Standard): ContentProblem[] {
  const lines = tellComponent(code, standard, 'id');
  if (lines.length > MOST_LINES) return [{ field: code, code: 'service.too-many-lines' }];
  const tooLong =
    lines.some((line) => line.length > MOST_LINE) || lines.reduce((sum, line) => sum + line.length, 0) > MOST_TEXT * 3;
  const isText = typeof standard[code] === 'string' && standard[code].length > MOST_TEXT;
  return tooLong || isText ? [{ field: code, code: 'service.text-too-long' }] : [];
}

export function problemsOfContent(content: ServiceContent): ContentProblem[] {
  return [...problemsOfParticulars(content), ...COMPONENT_CODES.flatMap((code) => problemsOfComponent(code, content.standard))];
}
