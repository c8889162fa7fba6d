import { Details, Table, Time } from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { type DirectoryChange, namesOfActors } from '../../store/changes.ts';
import { wordsFor } from '../frame.tsx';

/** Who changed what, when and why, latest first; folded away. */
export async function History(props: { c: WebContext; changes: readonly DirectoryChange[] }) {
  const { c } = props;
  const words = wordsFor(c);
  const changes = [...props.changes].sort((a, b) => b.at.since(a.at).sign);
  const names = await namesOfActors(c.get('tools').db, changes);
  if (changes.length === 0) return null;
  return (
    <Details summary={words.history}>
      <Table
        id="history"
        caption={words.history}
        captionSize="hidden"
        columns={[{ label: words.when }, { label: words.what }, { label: words.by }, { label: words.why }]}
        rows={changes.map((change) => [
          <Time at={change.at} zone="Asia/Jakarta" />,
          change.details.again === true ? words.invitedAnew : words.changes[change.what],
          names.get(change.actor) ?? words.theSystem,
          change.why,
        ])}
        rowHeaders={false}
        stacked
      />
    </Details>
  );
}
