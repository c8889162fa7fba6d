/** Templates of action plans in and out. */
import type { Selectable } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Template, TemplateLine } from '../../rules/rad/template.ts';
import type { RadTables } from './tables.ts';

const on = (db: Db | Tx) => db.withTables<RadTables>();

function toTemplate(row: Selectable<RadTables['agreements.rad_templates']>, lines: readonly TemplateLine[]): Template {
  return {
    ...{ id: row.id, version: row.version, title: row.title, note: row.note, authorId: row.author_id, state: row.state },
    ...{ createdAt: row.created_at, lines },
  };
}

function toLine(row: Selectable<RadTables['agreements.rad_template_lines']>): TemplateLine {
  return {
    ...{ id: row.id, ordinal: row.ordinal, factor: row.factor, programme: row.programme, form: row.form, activity: row.activity },
    ...{ output: row.output, indicator: row.indicator, unit: row.unit, target: row.target, direction: row.direction },
    ...{ evidenceAsked: row.evidence_asked, responsible: row.responsible },
  };
}

export async function loadTemplate(db: Db | Tx, id: string, lock = false): Promise<Template | undefined> {
  const query = on(db).selectFrom('agreements.rad_templates').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && toTemplate(row, await linesOfTemplate(db, id));
}

async function linesOfTemplate(db: Db | Tx, id: string): Promise<readonly TemplateLine[]> {
  const rows = await on(db)
    .selectFrom('agreements.rad_template_lines')
    .selectAll()
    .where('template_id', '=', id)
    .orderBy('ordinal')
    .execute();
  return rows.map(toLine);
}

/** Every template, those in use first, the newest first; without their lines. */
export async function templates(db: Db | Tx): Promise<readonly Template[]> {
  const rows = await on(db)
    .selectFrom('agreements.rad_templates')
    .selectAll()
    .orderBy('state', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map((row) => toTemplate(row, []));
}

export async function insertTemplate(tx: Tx, template: Template, createdBy: string | null): Promise<void> {
  await on(tx)
    .insertInto('agreements.rad_templates')
    .values({
      ...{ id: template.id, title: template.title, note: template.note, author_id: template.authorId, state: template.state },
      ...{ created_by: createdBy, created_at: template.createdAt.toString(), published_at: null },
    })
    .execute();
  await insertTemplateLines(tx, template.id, template.lines);
}

export async function insertTemplateLines(tx: Tx, templateId: string, lines: readonly TemplateLine[]): Promise<void> {
  if (lines.length === 0) return;
  await on(tx)
    .insertInto('agreements.rad_template_lines')
    .values(
      lines.map((line) => ({
        ...{ template_id: templateId, id: line.id, ordinal: line.ordinal, factor: line.factor, programme: line.programme },
        ...{ form: line.form, activity: line.activity, output: line.output, indicator: line.indicator, unit: line.unit },
        ...{ target: line.target, direction: line.direction, evidence_asked: line.evidenceAsked, responsible: line.responsible },
      })),
    )
    .execute();
}

export async function removeTemplateLine(tx: Tx, templateId: string, lineId: string): Promise<void> {
  await on(tx)
    .deleteFrom('agreements.rad_template_lines')
    .where('template_id', '=', templateId)
    .where('id', '=', lineId)
    .execute();
}

/** The next version of a template that was loaded for update. */
export async function saveTemplate(
  tx: Tx,
  template: Template,
  change: Partial<Pick<Template, 'title' | 'note' | 'state'>> & { readonly publishedAt?: Moment },
): Promise<void> {
  const { publishedAt, ...rest } = change;
  await on(tx)
    .updateTable('agreements.rad_templates')
    .set({ ...rest, version: template.version + 1, ...(publishedAt ? { published_at: publishedAt.toString() } : {}) })
    .where('id', '=', template.id)
    .execute();
}
