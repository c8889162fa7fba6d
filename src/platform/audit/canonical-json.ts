/**
 * The one way a payload is written down before it is hashed: RFC 8785, the JSON Canonicalization Scheme.
 *
 * Two systems that hold the same payload must arrive at the same bytes, today and in twenty years, whatever order a database or
 * a program keeps the members in. ECMAScript's own number and string formats are those of the RFC, so what is left is: sorting
 * members by their UTF-16 code units, and refusing what JSON cannot carry instead of guessing.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json | undefined };

/**
 * @throws TypeError for what has no canonical form: NaN, infinities, lone surrogates, bigint, undefined in a list, and objects
 * that are not plain (a Date or a Moment must be turned into text by whoever knows in which precision). The message names
 * the kind of value, never the value: payloads hold what people wrote.
 */
export function canonicalJson(value: Json): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('canonical JSON: a number that is not finite');
      return JSON.stringify(value);
    case 'string':
      return canonicalString(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${Array.from(value as readonly Json[], canonicalJson).join(',')}]`;
      return canonicalObject(value as { readonly [member: string]: Json | undefined });
    default:
      throw new TypeError(`canonical JSON: a value of type ${typeof value}`);
  }
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('canonical JSON: a text with half a surrogate pair');
  return JSON.stringify(text);
}

/** Members that are `undefined` are absent, as in `JSON.stringify`. */
function canonicalObject(object: { readonly [member: string]: Json | undefined }): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('canonical JSON: an object that is not plain');
  const members: string[] = [];
  // The default sort compares UTF-16 code units, which is what RFC 8785 section 3.2.3 asks for.
  for (const name of Object.keys(object).sort()) {
    const value = object[name];
    if (value !== undefined) members.push(`${canonicalString(name)}:${canonicalJson(value)}`);
  }
  return `{${members.join(',')}}`;
}
