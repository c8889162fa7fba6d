import { normaliseEmail } from './contact.ts';

/** Endings that only bodies of the state, the forces and village governments are given. */
const DOMAINS = ['go.id', 'mil.id', 'desa.id'];

/** Words in a domain that say who runs its mail, for bodies and state companies outside those endings. */
const WORDS =
  /(?:^|[.-])(?:polri|tni|kemen[a-z]*|pem(?:prov|kab|kot|da)[a-z]*|dinas[a-z]*|kejaksaan[a-z]*|bumn|bumd|pdam[a-z]*|pln|pertamina)(?=[.-])/;

/**
 * Whether an address seems to be run by a government body, whose mail administrators could read what is sent there.
 * The form warns; it does not refuse, because for some people it is the only address they have.
 */
export function looksGovernmental(email: string): boolean {
  const domain = normaliseEmail(email)?.split('@').at(-1);
  if (domain === undefined) return false;
  return DOMAINS.some((ending) => domain === ending || domain.endsWith(`.${ending}`)) || WORDS.test(domain);
}
