/** The number of a line as it stands in an address; `undefined` = none. */
export function ordinalOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
