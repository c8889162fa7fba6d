/** `GET /desk/services/{number}`: a service's file: what its standard says and lacks, its versions, and what can be done. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Details,
  Form,
  formatDay,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  seeOther,
  Table,
  Tag,
  TaskList,
  TextArea,
  WarningButton,
} from '../../../design/index.ts';
import type { Day } from '../../../kernel/time.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { beginVersion, discardDraft } from '../../actions/describe-service.ts';
import type { Step } from '../../actions/on-service.ts';
import { withdrawService } from '../../actions/publish-service.ts';
import { problemsOfParticulars } from '../../rules/check-content.ts';
import { completeness } from '../../rules/completeness.ts';
import { COMPONENTS, type ComponentSide, DELIVERY_CODES, INTERNAL_CODES } from '../../rules/components.ts';
import { type ServiceVersion, versionOn } from '../../rules/service.ts';
import { StandardList, StatedTag, tellCount } from '../telling.tsx';
import type { ServiceWords } from '../words.ts';
import { type AtService, officePath, type Refused, tellRefusal } from './asked.tsx';

export async function serviceFile(at: AtService, refused?: Refused & { readonly typed: string }): Promise<Response> {
  const { c, words, draft, versions, agency, path, manages } = at;
  const shown = draft ?? versionOn(versions, at.today) ?? (versions.at(-1) as ServiceVersion);
  const judged = completeness(shown.standard);
  const isPublished = versions.some(({ state }) => state === 'published');
  return page(
    c,
    {
      title: shown.name,
      wide: true,
      before: <BackLink href={officePath(agency)} text={words.backToOffice} />,
      errors: refused?.errors ?? [],
      status: refused?.status,
    },
    <>
      <PageHeading caption={`${words.serviceFile} · ${agency.shortName}`}>{shown.name}</PageHeading>
      <p>
        <StateTag version={shown} today={at.today} words={words} /> {words.number} {at.service.number} · {words.deliveryCount}:{' '}
        <strong>{tellCount(judged.delivery, words)}</strong> · {words.allComponents}:{' '}
        <strong>{tellCount(judged.all, words)}</strong>
      </p>
      {!manages && <InsetText>{words.forbidden}</InsetText>}
      <ButtonGroup>
        {manages && draft && <LinkButton href={`${path}/publish`}>{words.toPreview}</LinkButton>}
        {isPublished && (
          <LinkButton href={`/services/${at.service.number}`} kind="secondary">
            {words.openPublic}
          </LinkButton>
        )}
      </ButtonGroup>
      {draft && manages ? <DraftSections at={at} draft={draft} /> : <Both at={at} version={shown} />}
      <Versions at={at} />
      {manages && <Steps at={at} isPublished={isPublished} typed={refused?.typed ?? ''} failed={refused !== undefined} />}
    </>,
  );
}

export function stateOf(version: ServiceVersion, today: Day, words: ServiceWords): string {
  const isComing = version.state === 'published' && version.validFrom !== null && today.until(version.validFrom).sign > 0;
  return isComing ? words.state.coming : words.state[version.state];
}

function StateTag(props: { version: ServiceVersion; today: Day; words: ServiceWords }) {
  const { version, today, words } = props;
  const tone = version.state === 'published' ? 'success' : version.state === 'draft' ? 'info' : 'neutral';
  return <Tag tone={tone}>{stateOf(version, today, words)}</Tag>;
}

function DraftSections(props: { at: AtService; draft: ServiceVersion }) {
  const { at, draft } = props;
  const { words, language, path } = at;
  const judged = completeness(draft.standard);
  const tasks = (side: ComponentSide) =>
    judged.components
      .filter(({ code }) => COMPONENTS[code].side === side)
      .map(({ code, state }) => ({
        title: COMPONENTS[code].label[language],
        href: `${path}/edit/${code}`,
        status: <StatedTag state={state} language={language} />,
      }));
  const general = problemsOfParticulars(draft).length === 0 ? 'stated' : 'incomplete';
  return (
    <>
      <h2>{words.sections}</h2>
      <p>{words.sectionsWhy}</p>
      <TaskList
        tasks={[
          {
            title: words.generalPart,
            href: `${path}/edit/general`,
            status: <StatedTag state={general} language={language} />,
          },
        ]}
      />
      <h3>{words.publicPart}</h3>
      <TaskList tasks={tasks('delivery')} />
      <h3>{words.internalPart}</h3>
      <TaskList tasks={tasks('internal')} />
    </>
  );
}

function Both(props: { at: AtService; version: ServiceVersion }) {
  const { words, language } = props.at;
  return (
    <>
      <h2>{words.publicPart}</h2>
      <StandardList content={props.version} codes={DELIVERY_CODES} language={language} />
      <h2>{words.internalPart}</h2>
      <p>{words.internalPartWhy}</p>
      <StandardList content={props.version} codes={INTERNAL_CODES} language={language} />
    </>
  );
}

function Versions({ at }: { at: AtService }) {
  const { words, language, versions, path } = at;
  return (
    <Table
      id="versions"
      caption={words.versions}
      stacked
      rowHeaders
      columns={[
        { label: words.versionColumn },
        { label: words.statusColumn },
        { label: words.validFrom },
        { label: words.allComponents },
      ]}
      rows={versions.toReversed().map((version) => [
        <a href={`${path}/versions/${version.version}`}>
          {words.versionColumn} {version.version}
        </a>,
        <StateTag version={version} today={at.today} words={words} />,
        version.validFrom === null ? '–' : formatDay(version.validFrom, language),
        tellCount(completeness(version.standard).all, words),
      ])}
    />
  );
}

function Steps(props: { at: AtService; isPublished: boolean; typed: string; failed: boolean }) {
  const { at, isPublished, typed, failed } = props;
  const { words, path, draft, versions } = at;
  return (
    <>
      {!draft && (
        <Details summary={words.beginTitle} open={failed}>
          <p>{words.beginWhy}</p>
          <Form action={`${path}/begin`}>
            <TextArea name="note" label={words.beginNote} value={typed} rows={3} maxCharacters={500} />
            <Button>{words.begin}</Button>
          </Form>
        </Details>
      )}
      {draft && versions.length > 1 && (
        <Details summary={words.discard}>
          <p>{words.discardWhy}</p>
          <Form action={`${path}/discard`}>
            <WarningButton>{words.discard}</WarningButton>
          </Form>
        </Details>
      )}
      {isPublished && (
        <Details summary={words.withdraw} open={failed}>
          <p>{words.withdrawWhy}</p>
          <Form action={`${path}/withdraw`}>
            <TextArea name="reason" label={words.withdrawReason} value={typed} rows={3} maxCharacters={500} />
            <WarningButton>{words.withdraw}</WarningButton>
          </Form>
        </Details>
      )}
    </>
  );
}

async function after<T>(at: AtService, field: string, typed: string, step: Step<T>, told: string): Promise<Response> {
  const done = await step;
  if (done.ok) return seeOther(at.c, at.path, told);
  if (done.refusal.code === 'service.absent') return at.c.notFound();
  return serviceFile(at, { ...tellRefusal(done.refusal, at.language, field), typed });
}

export function postBegin(at: AtService): Promise<Response> {
  const note = readForm(at.c).text('note');
  return after(at, 'note', note, beginVersion(at.tools, at.actor, at.service.id, note), at.words.begun);
}

export function postDiscard(at: AtService): Promise<Response> {
  return after(at, 'note', '', discardDraft(at.tools, at.actor, at.service.id), at.words.discarded);
}

export function postWithdraw(at: AtService): Promise<Response> {
  const reason = readForm(at.c).text('reason');
  return after(at, 'reason', reason, withdrawService(at.tools, at.actor, at.service.id, reason), at.words.withdrawn);
}
