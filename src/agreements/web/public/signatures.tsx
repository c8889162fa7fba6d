/** Who signs and who witnesses, in their order, and whether they have. */
import { formatDay, Table, Tag } from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { partyOf } from '../../rules/agreement.ts';
import { isPublic } from '../../rules/visibility.ts';
import type { OpenedPublic } from './opened-public.ts';

export async function Signatures({ opened }: { opened: OpenedPublic }) {
  const { agreement, words, language, tools } = opened;
  const people = await peopleByIds(
    tools.db,
    agreement.signatories.flatMap(({ personId }) => personId ?? []),
  );
  return (
    <Table
      id="signatures"
      caption={words.signatures}
      captionSize="hidden"
      stacked
      columns={[
        { label: words.position },
        { label: words.name },
        { label: words.forParty },
        { label: words.capacity },
        { label: words.state },
      ]}
      rows={agreement.signatories.map((each) => [
        each.position,
        // A name is shown once somebody has signed under it, or in a document that is signed as a whole.
        (each.signedAt !== null || isPublic(agreement)) && (each.name || people.get(each.personId ?? '')?.name) ? (
          each.name || people.get(each.personId ?? '')?.name
        ) : (
          <>–</>
        ),
        partyOf(agreement, each.partyId)?.name ?? words.noParty,
        words.capacities[each.capacity],
        each.signedAt ? (
          <Tag tone="success">{`${words.hasSigned}, ${formatDay(dayOf(each.signedAt, agreement.zone), language, 'short')}`}</Tag>
        ) : each.declinedAt ? (
          <Tag tone="warning">{words.declined}</Tag>
        ) : (
          <Tag tone="neutral">{words.notSigned}</Tag>
        ),
      ])}
    />
  );
}
