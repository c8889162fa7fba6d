/** The texts of an LHP on the shared pages of sections: two may write at once, nobody's words are lost. */
import { mayWriteLhp, saveLhpSection } from '../../actions/findings/write-lhp.ts';
import { isLhpSection, LHP_SECTION_LABELS, lhpDocument } from '../../rules/findings/lhp.ts';
import { lhpsOf } from '../../store/findings/lhps.ts';
import { casePage } from '../case-frame.tsx';
import type { OnSection } from '../sections/section-desk.ts';
import { onFindings } from './shell.ts';

export const onLhpSection: OnSection = (answer) =>
  onFindings('findings', async (at) => {
    const { c, tools, actor, file, base, words, language, now } = at;
    const section = c.req.param('section') ?? '';
    const lhp = (await lhpsOf(tools.db, file.id))[0];
    if (!isLhpSection(section) || !lhp) return c.notFound();
    return answer({
      ...{ c, tools, actor, language, now },
      subject: { kind: 'case', id: file.id },
      place: { document: lhpDocument(lhp), section },
      title: LHP_SECTION_LABELS[section][language],
      hint: words.lhp.hints[section],
      zone: file.zone,
      own: `${base}/text/${section}`,
      back: base,
      mayWrite: lhp.state === 'draft' && mayWriteLhp(file, actor),
      save: ({ text, baseRevision }) => saveLhpSection(tools, actor, { caseId: file.id, section, text, baseRevision }),
      frame: (title, body, options = {}) => casePage(at, 'findings', title, body, { wide: true, ...options }),
    });
  });
