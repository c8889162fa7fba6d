/** `/desk/improvements/{id}`: one item with its steps, its evidence, and how the same indicator was scored later. */
import {
  Breadcrumbs,
  Button,
  Card,
  DayText,
  type FieldErrors,
  Form,
  Hidden,
  PageHeading,
  page,
  StatusTag,
  SummaryList,
  seeOther,
  Table,
  TextArea,
} from '../../../design/index.ts';
import { agencyById } from '../../../directory/index.ts';
import { FILE_REFUSALS, openFile } from '../../../platform/files/take-file.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { changeItem, MOST_ITEM_FILES } from '../../actions/move-item.ts';
import { ITEM_ACTION_LABELS, ITEM_STATE_LABELS, type ItemAction } from '../../rules/item.transitions.ts';
import { actionsOn, type Item, mayReadItem } from '../../rules/items.ts';
import { methodOf } from '../../rules/method.ts';
import { ASSESSMENT_REFUSALS } from '../../rules/refusals.ts';
import { scoreText } from '../../rules/score-text.ts';
import { placesByCode } from '../../rules/walk.ts';
import { instrumentOf } from '../../store/instrument-of.ts';
import { filesOfItem, itemById, laterScores } from '../../store/item-lists.ts';
import { DROPPED_BY_CORRECTION } from '../../store/items.ts';
import { FilesInput } from '../rounds/files-input.tsx';
import { type Asked, forOfficers } from '../rounds/opened.tsx';
import { ITEM_TONES, ITEMS, isLate } from './list-page.tsx';
import type { ItemSlot } from './slot.ts';
import { wordsIn } from './words.ts';

const PATH = `${ITEMS}/:id{[0-9a-f-]{36}}`;
const UPLOADS_AN_HOUR = 100;

interface Again {
  readonly action: ItemAction;
  readonly note: string;
  readonly status: number;
  readonly errors: FieldErrors;
}

export function mountItemPage(app: WebRoutes, slot: ItemSlot | undefined): void {
  app.get(
    PATH,
    forOfficers((asked) => onItem(asked, (item) => itemPage(asked, item, slot))),
  );
  app.post(
    `${PATH}/:action`,
    acceptFiles,
    forOfficers((asked) => onItem(asked, (item) => step(asked, item, slot))),
  );
  // The page of a step that was refused, reloaded or in the other language.
  app.get(
    `${PATH}/:action`,
    forOfficers((asked) => onItem(asked, async (item) => asked.c.redirect(`${ITEMS}/${item.id}`))),
  );
  app.get(
    `${PATH}/files/:file`,
    forOfficers((asked) =>
      onItem(asked, async (item) => {
        const { c, tools } = asked;
        const file = (await filesOfItem(tools.db, item.id)).find((one) => one.id === c.req.param('file'));
        if (!file) return c.notFound();
        const name = `bukti-${file.sha256.slice(0, 8)}${file.extension}`;
        const inline = file.thumbnailKey !== null;
        return answerFile(c, {
          stream: await openFile(tools, file.fileKey),
          mediaType: file.mediaType,
          size: file.size,
          name,
          inline,
        });
      }),
    ),
  );
}

/** Who may not read it is told that there is none. */
async function onItem(asked: Asked, answer: (item: Item) => Promise<Response>): Promise<Response> {
  const item = await itemById(asked.tools.db, asked.c.req.param('id') ?? '');
  return item && mayReadItem(asked.actor, item) ? answer(item) : await asked.c.notFound();
}

async function step(asked: Asked, item: Item, slot: ItemSlot | undefined): Promise<Response> {
  const { c, tools, actor, language, now } = asked;
  const words = wordsIn(language);
  const form = readForm(c);
  const action = c.req.param('action') as ItemAction;
  if (!Object.hasOwn(ITEM_ACTION_LABELS, action)) return c.notFound();
  const note = form.text('note');
  const again = (field: string, message: string, status = 422) =>
    itemPage(asked, item, slot, { action, note, status, errors: [{ field, message }] });
  const uploads = form.uploads('files').filter((upload) => upload.size > 0);
  if (uploads.length > MOST_ITEM_FILES || form.refusedUploads.some((one) => one.reason !== 'empty')) {
    return again('files', words.tooMuch(MOST_ITEM_FILES));
  }
  if (uploads.length > 0) {
    const asks = { bucket: 'assessment-item', key: actor.personId, limit: UPLOADS_AN_HOUR, windowSeconds: 3600, now };
    const { allowed, retryAfterSeconds } = await allow(tools, asks);
    if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  }
  const done = await changeItem(tools, actor, {
    itemId: item.id,
    action,
    note,
    revision: Number(form.text('revision')),
    files: await Promise.all(uploads.map((upload) => upload.bytes())),
  });
  if (done.ok) return seeOther(c, `${ITEMS}/${item.id}`, words.done);
  const { code, file } = done.refusal;
  if (code === 'assessment.absent') return c.notFound();
  const text = file ? FILE_REFUSALS[file] : ASSESSMENT_REFUSALS[code];
  if (code === 'assessment.reason-missing') return again(`note-${action}`, words.noteMissing[action]);
  return again(code === 'assessment.file-refused' ? 'files' : `note-${action}`, text[language], refusalStatus(text.kind));
}

async function itemPage(asked: Asked, item: Item, slot: ItemSlot | undefined, again?: Again): Promise<Response> {
  const { c, tools, actor, language, today } = asked;
  const words = wordsIn(language);
  const indicator = placesByCode(await instrumentOf(tools.db, item.assessmentId)).get(item.indicator)?.indicator;
  const [owner, agency, files, later] = [
    await agencyById(tools.db, item.ownerAgencyId),
    await agencyById(tools.db, item.agencyId),
    await filesOfItem(tools.db, item.id),
    await laterScores(tools.db, item),
  ];
  const actions = actionsOn(actor, item);
  return page(
    c,
    {
      title: item.asked[language],
      before: <Breadcrumbs crumbs={[{ text: words.title, href: ITEMS }]} />,
      status: again?.status,
      errors: again?.errors ?? [],
    },
    <>
      <PageHeading caption={words.title}>{item.asked[language]}</PageHeading>
      <SummaryList
        rows={[
          {
            key: words.state,
            value: <StatusTag label={ITEM_STATE_LABELS[item.state][language]} tone={ITEM_TONES[item.state]} />,
          },
          {
            key: words.due,
            value: (
              <>
                <DayText on={item.dueOn} />
                {isLate(item, today) && ` (${words.late})`}
                <br />
                <span class="govuk-hint">{words.defaultDue}</span>
              </>
            ),
          },
          { key: words.owner, value: owner?.name ?? '–' },
          { key: words.indicator, value: indicator?.name[language] ?? '–' },
          { key: words.score, value: scoreText(item.score, language) },
          {
            key: words.from,
            value: <a href={`/assessments/${item.roundCode}/${agency?.code ?? ''}#unit-${item.unitNo}`}>{item.roundTitle}</a>,
          },
          item.note !== null && {
            key: words.note,
            value:
              item.note === DROPPED_BY_CORRECTION ? words.droppedByCorrection : <span class="tuntas-preserve">{item.note}</span>,
          },
          files.length > 0 && {
            key: words.files,
            value: (
              <>
                {files.map((file, place) => (
                  <>
                    {place > 0 && <br />}
                    <a href={`${ITEMS}/${item.id}/files/${file.id}`}>{words.file(place + 1)}</a>
                  </>
                ))}
              </>
            ),
          },
        ]}
      />
      {await slot?.card(asked, item)}
      <h2>{words.steps}</h2>
      {actions.length === 0 && <p>{words.noSteps}</p>}
      {actions.map(({ action }) => (
        <Card title={ITEM_ACTION_LABELS[action][language]}>
          <Form action={`${ITEMS}/${item.id}/${action}`} multipart={action === 'report'}>
            <Hidden name="revision" value={String(item.revision)} />
            <TextArea
              name="note"
              id={`note-${action}`}
              label={words.noteLabel[action]}
              rows={3}
              value={again?.action === action ? again.note : ''}
              errors={
                again?.action === action
                  ? again.errors.filter(({ field }) => field === `note-${action}`).map((one) => ({ ...one, field: 'note' }))
                  : []
              }
            />
            {action === 'report' && <FilesInput name="files" label={words.filesLabel} hint={words.filesHint(MOST_ITEM_FILES)} />}
            <Button kind={action === 'drop' ? 'warning' : 'primary'}>{ITEM_ACTION_LABELS[action][language]}</Button>
          </Form>
        </Card>
      ))}
      <h2>{words.later}</h2>
      {later.length === 0 ? (
        <p>{words.laterNone}</p>
      ) : (
        <Table
          id="later"
          caption={words.later}
          captionSize="hidden"
          columns={[{ label: words.year }, { label: words.score, numeric: true }, { label: words.from }]}
          rows={later.map((one) => [
            String(one.year),
            scoreText(one.score, language),
            <>
              <a href={`/assessments/${one.roundCode}/${agency?.code ?? ''}`}>{one.roundTitle}</a>
              {methodOf(one.instrumentId) !== methodOf(item.instrumentId) && ` (${words.laterOther})`}
            </>,
          ])}
        />
      )}
    </>,
  );
}
