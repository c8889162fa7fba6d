/** All that is known of an LHP at once: its texts, whether it was discussed, the findings it rests on, what is missing, and the document's fields. */
import { agenciesByIds } from '../../../directory/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { summarise } from '../../rules/examination/allegation.ts';
import { FORMS } from '../../rules/examination/forms.ts';
import { composeLhp } from '../../rules/findings/compose-lhp.ts';
import {
  gapsIn,
  LHP_SECTIONS,
  type Lhp,
  type LhpContent,
  type LhpGap,
  type LhpSection,
  lhpDocument,
} from '../../rules/findings/lhp.ts';
import type { SectionRevision } from '../../rules/sections/section.ts';
import { allegationsOf } from '../../store/examination/allegations.ts';
import { type Discussion, discussionsOf } from '../../store/findings/discussions.ts';
import { sectionsOf } from '../../store/sections/sections.ts';

export interface ReadLhp {
  readonly sections: ReadonlyMap<string, SectionRevision>;
  readonly texts: Readonly<Record<LhpSection, string>>;
  readonly discussions: readonly Discussion[];
  readonly gaps: readonly LhpGap[];
  /** The fields of the document, as they would be handed in now; of one handed in, as they were. */
  readonly content: LhpContent;
}

export async function readLhp(db: Db | Tx, lhp: Lhp): Promise<ReadLhp> {
  const sections = await sectionsOf(db, lhp.caseId, lhpDocument(lhp));
  const texts = Object.fromEntries(LHP_SECTIONS.map((name) => [name, sections.get(name)?.text ?? ''])) as Record<
    LhpSection,
    string
  >;
  const discussions = await discussionsOf(db, lhp.caseId, lhp.id);
  const findings = summarise(await allegationsOf(db, lhp.caseId));
  const agencies = await agenciesByIds(
    db,
    lhp.actions.map(({ agencyId }) => agencyId),
  );
  return {
    sections,
    texts,
    discussions,
    gaps: gapsIn(lhp, {
      texts,
      isDiscussed: discussions.length > 0,
      openAllegations: findings.open.length,
      found: findings.found.length,
    }),
    content:
      lhp.content ??
      composeLhp(
        lhp,
        texts,
        findings.found.map(({ form }) => FORMS[form].label.id),
        lhp.actions.map((action) => ({ ...action, agency: agencies.get(action.agencyId)?.name ?? '' })),
      ),
  };
}
