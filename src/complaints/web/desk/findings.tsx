/** A text with what seems to be personal data marked in it, each passage with its kind in words. */
import { type Finding, scanPersonalData } from '../../../identity/index.ts';
import type { DeskWords } from './words.ts';

export function MarkedText(props: { text: string; words: DeskWords }) {
  const { text, words } = props;
  const findings = scanPersonalData(text);
  const pieces = findings.map((finding, index) => ({
    finding,
    before: text.slice(findings[index - 1]?.end ?? 0, finding.start),
    marked: text.slice(finding.start, finding.end),
  }));
  return (
    <div class="tuntas-preserve">
      {pieces.map(({ finding, before, marked }) => (
        <>
          {before}
          <mark>{marked}</mark> <strong>[{words.findings[finding.kind]}]</strong>
        </>
      ))}
      {text.slice(findings.at(-1)?.end ?? 0)}
    </div>
  );
}

/** "1 nomor telepon, 2 nama" */
export function tellFindings(findings: readonly Finding[], words: DeskWords): string {
  const counts = new Map<Finding['kind'], number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${words.findings[kind]}`).join(', ');
}
