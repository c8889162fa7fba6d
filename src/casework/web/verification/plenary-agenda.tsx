/** The agenda of a meeting, and the cases that wait for one. */
import { Button, ButtonGroup, Form, Hidden, LinkButton, StatusTag } from '../../../design/index.ts';
import type { Case } from '../../rules/case.ts';
import { DECISION_LABELS, type PlenaryItem } from '../../rules/verification/plenary.ts';
import { viewOf } from '../../rules/visibility.ts';
import { loadCase } from '../../store/cases.ts';
import { waitingForPlenary } from '../../store/verification/plenary-items.ts';
import type { OpenedPlenary } from './plenary-frame.tsx';

const MOST_WAITING = 50;

/** A case of the agenda; `null` when a conflict of interest hides it from this member. */
export interface ShownItem {
  readonly item: PlenaryItem;
  readonly file: Case | null;
}

export async function PlenaryAgenda({
  opened,
  leads,
  items,
}: {
  opened: OpenedPlenary;
  leads: boolean;
  items: readonly ShownItem[];
}) {
  const { tools, actor, plenary, path, words, language } = opened;
  const isLive = plenary.state === 'planned' || plenary.state === 'open';
  const waiting: Case[] = [];
  if (isLive && leads) {
    for (const id of await waitingForPlenary(tools.db, plenary.officeId, MOST_WAITING)) {
      const file = await loadCase(tools.db, id);
      if (file && viewOf(file, actor) === 'officer') waiting.push(file);
    }
  }
  const button = (action: string, file: Case, text: string) => (
    <Form action={`${path}/${action}`}>
      <Hidden name="version" value={String(plenary.version)} />
      <Hidden name="case" value={file.id} />
      <Button kind="secondary">
        {text}
        <span class="govuk-visually-hidden">: {words.plenary.aboutItem(file.number)}</span>
      </Button>
    </Form>
  );
  return (
    <section id="agenda">
      <h2>{words.plenary.agenda}</h2>
      {items.length === 0 && <p>{words.plenary.emptyAgenda}</p>}
      {items.length > 0 && (
        <ol>
          {items.map(({ item, file }, index) => (
            <li>
              {file === null ? (
                <p>{words.plenary.hiddenItem}</p>
              ) : (
                <>
                  <p>
                    <a href={`${path}/items/${file.id}`}>{file.number}</a>, {file.title}{' '}
                    {item.decision && (
                      <StatusTag
                        label={DECISION_LABELS[item.decision][language]}
                        tone={item.decision === 'postpone' ? 'warning' : 'success'}
                      />
                    )}
                  </p>
                  {leads && isLive && item.decision === null && (
                    <ButtonGroup>
                      <LinkButton href={`${path}/items/${file.id}`}>{words.plenary.discuss}</LinkButton>
                      {index > 0 && items[index - 1]?.item.decision === null && button('agenda/up', file, words.plenary.up)}
                      {button('agenda/remove', file, words.plenary.remove)}
                    </ButtonGroup>
                  )}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {leads && isLive && (
        <>
          <h3>{words.plenary.waiting}</h3>
          {waiting.length === 0 ? (
            <p>{words.plenary.noneWaiting}</p>
          ) : (
            <ul>
              {waiting.map((file) => (
                <li>
                  <p>
                    <a href={`/desk/cases/${file.id}`}>{file.number}</a>, {file.title}
                  </p>
                  {button('agenda', file, words.plenary.add)}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
