/** Members of a meeting and their attendance. */
import { Button, Checkboxes, Form, Hidden, Table, Tag } from '../../../design/index.ts';
import { type PositionKind, peopleByIds, positionKind } from '../../../directory/index.ts';
import type { PlenaryMember } from '../../rules/verification/plenary.ts';
import type { OpenedPlenary } from './plenary-frame.tsx';

export async function PlenaryMembers(props: { opened: OpenedPlenary; leads: boolean; members: readonly PlenaryMember[] }) {
  const { opened, leads, members } = props;
  const { tools, plenary, path, words, language } = opened;
  const people = await peopleByIds(
    tools.db,
    members.map((each) => each.personId),
  );
  const name = (each: PlenaryMember) => people.get(each.personId)?.name ?? words.someone;
  const position = (each: PlenaryMember) => positionKind(each.positionKind as PositionKind).label[language];
  const attendance = (each: PlenaryMember) =>
    each.isPresent === null ? words.plenary.notRecorded : each.isPresent ? words.plenary.present : words.plenary.absent;
  const isExpected = plenary.state === 'planned' || plenary.state === 'cancelled';
  return (
    <section>
      <h2>{words.plenary.members}</h2>
      <p>{isExpected ? words.plenary.membersExpected : words.plenary.membersFrozen}</p>
      {plenary.state === 'open' && leads ? (
        <Form action={`${path}/attendance`}>
          <Hidden name="version" value={String(plenary.version)} />
          <Checkboxes
            name="present"
            label={words.plenary.attendance}
            hint={words.plenary.attendanceHint}
            values={members.filter((each) => each.isPresent === true).map((each) => each.personId)}
            choices={members.map((each) => ({ value: each.personId, label: name(each), hint: position(each) }))}
          />
          <Button>{words.plenary.saveAttendance}</Button>
        </Form>
      ) : (
        <Table
          id="members"
          caption={words.plenary.members}
          captionSize="hidden"
          stacked
          rowHeaders
          columns={[{ label: words.plenary.members }, { label: words.team.role }, { label: words.plenary.attendance }]}
          rows={members.map((each) => [
            name(each),
            position(each),
            isExpected ? '' : <Tag tone={each.isPresent ? 'success' : 'neutral'}>{attendance(each)}</Tag>,
          ])}
        />
      )}
    </section>
  );
}
