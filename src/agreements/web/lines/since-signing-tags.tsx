/** What happened to a line since its plan was signed, as tags beside its name. */
import type { Child } from 'hono/jsx';
import { Tag } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { SINCE_SIGNING, sinceSigning } from '../../rules/lines/since-signing.ts';

export function SinceSigningTags(props: {
  line: Line;
  agreement: Pick<Agreement, 'evidence'>;
  isChanged: boolean;
  language: Language;
}): Child {
  const { line, agreement, isChanged, language } = props;
  return (
    <>
      {sinceSigning(line, agreement, isChanged).map((mark) => (
        <>
          {' '}
          <Tag tone={mark === 'withdrawn' ? 'warning' : 'info'}>{SINCE_SIGNING[mark][language]}</Tag>
        </>
      ))}
    </>
  );
}
