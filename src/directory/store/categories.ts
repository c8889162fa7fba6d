import type { Day } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import { remembered } from '../../platform/database/remembered.ts';
import type { Category, Competence } from '../rules/category.ts';
import type { DirectoryTables } from './tables.ts';

const A_MINUTE = 60_000;

function allCategories(db: Db): Promise<ReadonlyMap<string, Category>> {
  return remembered(db, 'categories', A_MINUTE, async () => {
    const rows = await db
      .withTables<DirectoryTables>()
      .selectFrom('directory.categories')
      .selectAll()
      .orderBy('rank')
      .orderBy('code')
      .execute();
    return new Map(
      rows.map((row) => [
        row.code,
        {
          code: row.code,
          parentCode: row.parent_code,
          label: { id: row.label_id, en: row.label_en },
          rank: row.rank,
          validFrom: row.valid_from,
          validUntil: row.valid_until,
          note: row.note,
        },
      ]),
    );
  });
}

/** The category of a code, also when it is closed. */
export async function categoryByCode(db: Db, code: string): Promise<Category | undefined> {
  return (await allCategories(db)).get(code);
}

export interface CategoryBranch extends Category {
  readonly children: readonly Category[];
}

/** The tree as it stands on a day, in its order: what may be chosen for a new complaint. */
export async function categoryTree(db: Db, day: Day): Promise<CategoryBranch[]> {
  const open = [...(await allCategories(db)).values()].filter((category) => isOpen(category, day));
  return open
    .filter((category) => category.parentCode === null)
    .map((top) => ({ ...top, children: open.filter((category) => category.parentCode === top.code) }));
}

function isOpen(category: Category, day: Day): boolean {
  const begun = category.validFrom === null || category.validFrom.until(day).sign >= 0;
  return begun && (category.validUntil === null || day.until(category.validUntil).sign > 0);
}

/** Which offices are competent for a category, first asked first; a child without own lines has its parent's. */
export async function competencesFor(db: Db, categoryCode: string): Promise<readonly Competence[]> {
  const all = await remembered(db, 'competences', A_MINUTE, async () => {
    const rows = await db
      .withTables<DirectoryTables>()
      .selectFrom('directory.competences')
      .selectAll()
      .orderBy('category_code')
      .orderBy('rank')
      .execute();
    return rows.map(
      (row): Competence => ({
        categoryCode: row.category_code,
        rank: row.rank,
        reach: row.reach,
        office: row.office,
        reason: { id: row.reason_id, en: row.reason_en },
      }),
    );
  });
  const own = all.filter((competence) => competence.categoryCode === categoryCode);
  if (own.length > 0) return own;
  const parent = categoryCode.split('.')[0];
  return all.filter((competence) => competence.categoryCode === parent);
}
