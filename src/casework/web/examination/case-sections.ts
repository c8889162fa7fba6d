/** Sections of a case that belong to its examination: the plan, and the analysis of each allegation. */
import type { WebRoutes } from '../../../platform/http/env.ts';
import { saveSection } from '../../actions/sections/save-section.ts';
import { mayExamine } from '../../rules/examination/permissions.ts';
import { ANALYSIS_DOCUMENT, PLAN_DOCUMENT, PLAN_SECTIONS } from '../../rules/examination/plan.ts';
import { allegationsOf } from '../../store/examination/allegations.ts';
import { casePage } from '../case-frame.tsx';
import type { CaseSection } from '../frame-words.ts';
import type { OpenedCase } from '../opened.tsx';
import { mountSections } from '../sections/routes.ts';
import type { SectionDesk } from '../sections/section-desk.ts';
import { onInside } from './on-inside.ts';
import { wordsIn } from './words.ts';

export function mountCaseSections(app: WebRoutes): void {
  mountSections(app, '/desk/cases/:id/sections/:document/:section', (answer) =>
    onInside(async (opened) => {
      const desk = await deskOf(opened);
      return desk ? answer(desk) : opened.c.notFound();
    }),
  );
}

interface Description {
  readonly title: string;
  readonly hint: string;
  /** Below the case. */
  readonly back: string;
  readonly part: CaseSection;
}

async function describe(
  { tools, file, language }: OpenedCase,
  document: string,
  section: string,
): Promise<Description | undefined> {
  const words = wordsIn(language);
  if (document === PLAN_DOCUMENT) {
    const known = PLAN_SECTIONS.find((each) => each === section);
    const [title, hint] = (known && words.plan.section[known]) ?? [];
    return title && hint ? { title, hint, back: 'examination', part: 'examination' } : undefined;
  }
  if (document !== ANALYSIS_DOCUMENT) return undefined;
  const allegation = (await allegationsOf(tools.db, file.id)).find((each) => each.id === section);
  if (!allegation) return undefined;
  const { analysisTitle, analysisHint } = words.allegations;
  return { title: analysisTitle(allegation.no), hint: analysisHint, back: `allegations/${allegation.id}`, part: 'allegations' };
}

async function deskOf(opened: OpenedCase): Promise<SectionDesk | undefined> {
  const { c, tools, actor, file, path } = opened;
  const place = { document: c.req.param('document') ?? '', section: c.req.param('section') ?? '' };
  const described = await describe(opened, place.document, place.section);
  if (!described) return undefined;
  return {
    ...opened,
    subject: { kind: 'case', id: file.id },
    place,
    title: described.title,
    hint: described.hint,
    zone: file.zone,
    own: `${path}/sections/${place.document}/${place.section}`,
    back: `${path}/${described.back}`,
    mayWrite: mayExamine(file, actor),
    save: (order) => saveSection(tools, actor, { ...order, caseId: file.id }, mayExamine),
    frame: (title, body, options) => casePage(opened, described.part, title, body, options),
  };
}
