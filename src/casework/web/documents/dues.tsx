/** By when a letter that was received is to be answered or carried out, and why that day. */
import { Deadline } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import { asLimit, dueMoment, explainDue, lawBook, PARAMETER_RULES } from '../../../law/index.ts';
import type { Tools } from '../../../platform/tools.ts';
import { limitsOf } from '../../actions/documents/compose-document.ts';
import type { OpenedSubject } from '../../actions/documents/opened-subject.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { documentKind } from '../../rules/documents/kinds.ts';
import { CaseDeadline } from '../telling/case-deadline.tsx';

export async function duesOf(
  tools: Tools,
  document: CaseDocument,
  opened: OpenedSubject,
  reading: { readonly language: Language; readonly now: Moment },
) {
  const { receivedAt, kind } = document;
  if (kind === 'answer' || receivedAt === null || document.state === 'superseded') return null;
  const book = await lawBook(tools);
  const { file, legal } = opened;
  const clocks = file?.clocks.filter((clock) => clock.partId === document.id) ?? [];
  if (file && clocks.length > 0) {
    return (
      <>
        {clocks.map((clock) => (
          <CaseDeadline clock={clock} file={file} book={book} {...reading} />
        ))}
      </>
    );
  }
  const limit = await limitsOf(tools, tools.db, opened);
  const calendar = book.calendar(legal.regionCode);
  return (
    <>
      {documentKind(kind).onReceived.map(({ rule }) => {
        const due = dueMoment({ from: receivedAt, limit: asLimit(limit(rule)), zone: legal.zone, calendar });
        return (
          <Deadline
            label={PARAMETER_RULES[rule].label[reading.language]}
            dueAt={due.dueAt}
            zone={legal.zone}
            now={reading.now}
            provisional={due.provisional}
            explanation={explainDue(due, reading.language)}
          />
        );
      })}
    </>
  );
}
