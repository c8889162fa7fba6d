/** Who of these lines nobody in the application reports or confirms for, by name, with what to do. */
import type { Child } from 'hono/jsx';
import { WarningText } from '../../../design/index.ts';
import { voicelessOf } from '../../actions/lines/voiceless.ts';
import type { Line } from '../../rules/line.ts';
import type { OpenedAgreement } from '../opened.tsx';
import { wordsIn } from './words.ts';

const SHOWN = 6;

export async function voicelessWarning(
  { tools, agreement, today, language }: Pick<OpenedAgreement, 'tools' | 'agreement' | 'today' | 'language'>,
  lines: readonly Line[],
): Promise<Child> {
  if (agreement.state === 'ended' || agreement.state === 'dropped') return null;
  const { owners, confirmers } = await voicelessOf(tools.db, agreement, lines, today);
  const words = wordsIn(language).voiceless;
  const named = (names: readonly string[]) => `${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ', \u2026' : ''}`;
  return (
    <>
      {owners.length > 0 && <WarningText>{words.owners(named(owners))}</WarningText>}
      {confirmers.length > 0 && <WarningText>{words.confirmers(named(confirmers))}</WarningText>}
    </>
  );
}
