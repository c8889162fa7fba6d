import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CertificateTemplate } from '../../rules/certificates/template.ts';
import type { CertificateTables } from './tables.ts';

/** All published wordings of a year of assessment. */
export async function templatesOf(db: Db | Tx, year: number): Promise<readonly CertificateTemplate[]> {
  const rows = await db
    .withTables<CertificateTables>()
    .selectFrom('assessments.certificate_templates')
    .select(['year', 'category', 'version', 'body'])
    .where('year', '=', year)
    .orderBy('category')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ body, ...key }) => ({ ...body, ...key }));
}

export interface PublishedTemplate {
  readonly template: CertificateTemplate;
  readonly decidedBy: string;
  readonly publishedAt: Moment;
}

/** The newest published wordings, at most a hundred. */
export async function publishedTemplates(db: Db): Promise<readonly PublishedTemplate[]> {
  const rows = await db
    .withTables<CertificateTables>()
    .selectFrom('assessments.certificate_templates')
    .select(['year', 'category', 'version', 'body', 'decided_by', 'published_at'])
    .orderBy('year', 'desc')
    .orderBy('category')
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ body, decided_by: decidedBy, published_at: publishedAt, ...key }) => ({
    template: { ...body, ...key },
    decidedBy,
    publishedAt,
  }));
}

/** Publishes a wording; its version must be the next one, else the key refuses it. */
export async function insertTemplate(
  tx: Tx,
  { year, category, version, ...body }: CertificateTemplate,
  decision: { readonly decidedBy: string; readonly by: string; readonly at: Moment },
): Promise<void> {
  await tx
    .withTables<CertificateTables>()
    .insertInto('assessments.certificate_templates')
    .values({
      year,
      category,
      version,
      body: JSON.stringify(body),
      decided_by: decision.decidedBy,
      published_by: decision.by,
      published_at: decision.at.toString(),
    })
    .execute();
}
