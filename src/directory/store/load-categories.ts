import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { CategorySeed } from '../reference/categories.ts';
import type { CompetenceSeed } from '../reference/competences.ts';

/** Categories as rows: the tree flattened, parents first, in the order of the list. */
export function flatCategories(tree: readonly CategorySeed[]) {
  return tree.flatMap((top, index) => [
    { code: top.code, parent: null, id: top.id, en: top.en, rank: index + 1, from: top.from, until: top.until, note: top.note },
    ...(top.children ?? []).map(([slug, id, en], childIndex) => ({
      code: `${top.code}.${slug}`,
      parent: top.code,
      id,
      en,
      rank: childIndex + 1,
      from: top.from,
      until: top.until,
      note: undefined,
    })),
  ]);
}

/** Brings categories and competences to the shipped state. Categories that are no longer shipped end today and stay. */
export async function saveCategories(
  tx: Tx,
  tree: readonly CategorySeed[],
  competences: readonly CompetenceSeed[],
): Promise<void> {
  const flat = flatCategories(tree);
  const codes = flat.map(({ code }) => code);
  await sql`
    INSERT INTO directory.categories (code, parent_code, label_id, label_en, rank, valid_from, valid_until, note)
    SELECT * FROM unnest(${codes}::text[], ${flat.map((c) => c.parent)}::text[], ${flat.map((c) => c.id)}::text[],
                         ${flat.map((c) => c.en)}::text[], ${flat.map((c) => c.rank)}::int[], ${flat.map((c) => c.from ?? null)}::date[],
                         ${flat.map((c) => c.until ?? null)}::date[], ${flat.map((c) => c.note ?? null)}::text[])
    ON CONFLICT (code) DO UPDATE
       SET label_id = excluded.label_id, label_en = excluded.label_en, rank = excluded.rank, valid_from = excluded.valid_from,
           valid_until = excluded.valid_until, note = excluded.note`.execute(tx);
  await sql`
    UPDATE directory.categories SET valid_until = greatest(current_date, valid_from + 1)
     WHERE valid_until IS NULL AND NOT (code = ANY (${codes}::text[]))`.execute(tx);

  const ranks = rankedWithinCategory(competences);
  await sql`DELETE FROM directory.competences`.execute(tx);
  await sql`
    INSERT INTO directory.competences (category_code, rank, reach, office, reason_id, reason_en)
    SELECT * FROM unnest(${competences.map((c) => c.category)}::text[], ${ranks}::int[], ${competences.map((c) => c.reach)}::text[],
                         ${competences.map((c) => c.office)}::text[], ${competences.map((c) => c.reason.id)}::text[],
                         ${competences.map((c) => c.reason.en)}::text[])`.execute(tx);
}

function rankedWithinCategory(competences: readonly CompetenceSeed[]): number[] {
  const seen = new Map<string, number>();
  return competences.map(({ category }) => {
    const rank = (seen.get(category) ?? 0) + 1;
    seen.set(category, rank);
    return rank;
  });
}
