/** What a number rests on, and that it is a default of ours where no source confirms it. */
import { Tag } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { cite } from '../../../law/index.ts';
import type { Standing } from '../../rules/instrument.ts';
import { MARKED_DEFAULT } from '../../rules/standing-words.ts';

/** A confirmed number: its citation and note. Any other: the mark first. `brief`: the mark alone, nothing for what is confirmed. */
export function StandingNote(props: { standing: Standing; language: Language; brief?: boolean }) {
  const { standing, language } = props;
  const mark = !standing.confirmed && <Tag tone="warning">{MARKED_DEFAULT[language]}</Tag>;
  if (props.brief) return <>{mark}</>;
  const basis = standing.basis && cite(standing.basis)[language];
  const text = [standing.note?.[language], basis && (standing.note ? `(${basis})` : basis)].filter(Boolean).join(' ');
  return (
    <span class="tuntas-standing">
      {mark} {text}
    </span>
  );
}
