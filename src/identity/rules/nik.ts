/**
 * Nomor induk kependudukan: 16 digits, never changed when the holder moves.
 * 2 province, 2 regency or city, 2 district, 6 date of birth DDMMYY (women: day + 40), 4 serial from 0001.
 *
 * Only the structure is looked at. The region part is the region of first registration and may since have been renamed,
 * split or abolished, so a table of today's regions would refuse real people.
 */
export function isPlausibleNik(digits: string): boolean {
  if (!/^\d{16}$/.test(digits)) return false;
  const part = (from: number, length = 2): number => Number(digits.slice(from, from + length));
  const day = part(6) > 40 ? part(6) - 40 : part(6);
  const month = part(8);
  const daysOfMonth = month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (
    part(0) >= 11 &&
    part(2) >= 1 &&
    part(4) >= 1 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysOfMonth &&
    part(12, 4) >= 1
  );
}
