/** The draft as the public will read it, what it changes, and the day from which it holds. */
import {
  BackLink,
  Button,
  Columns,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  Form,
  formatDay,
  Hidden,
  PageHeading,
  page,
  partsOfDay,
  seeOther,
  WarningText,
} from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { publishService } from '../../actions/publish-service.ts';
import { completeness } from '../../rules/completeness.ts';
import { DELIVERY_CODES, INTERNAL_CODES } from '../../rules/components.ts';
import { differenceOf } from '../../rules/difference.ts';
import { SERVICE_REFUSALS } from '../../rules/refusals.ts';
import { Differences, StandardList } from '../telling.tsx';
import { type AtService, type Refused, tellRefusal } from './asked.tsx';
import { stateOf } from './service-file.tsx';

export async function publishForm(at: AtService): Promise<Response> {
  return show(at, partsOfDay(at.today));
}

function show(at: AtService, typed: DateParts, refused?: Refused): Promise<Response> | Response {
  const { c, words, language, draft, versions, path } = at;
  if (!draft) return seeOther(c, path, SERVICE_REFUSALS['service.no-draft'][language]);
  const missing = completeness(draft.standard).missing.length;
  const before = versions.findLast((one) => one.version < draft.version);
  return page(
    c,
    {
      title: `${words.publishTitle}: ${draft.name}`,
      before: <BackLink href={path} text={words.backToFile} />,
      errors: refused?.errors ?? [],
      status: refused?.status,
    },
    <Columns>
      <PageHeading caption={draft.name}>{words.publishTitle}</PageHeading>
      <p>{words.publishWhy}</p>
      {missing > 0 && <WarningText>{words.publishIncomplete(missing)}</WarningText>}
      <h2>{words.publicPart}</h2>
      <StandardList content={draft} codes={DELIVERY_CODES} language={language} edit={(code) => `${path}/edit/${code}`} />
      <h2>{words.internalPart}</h2>
      <StandardList content={draft} codes={INTERNAL_CODES} language={language} edit={(code) => `${path}/edit/${code}`} />
      {before && (
        <>
          <h2>{words.compareWith(before.version)}</h2>
          <p>{words.changesWhy(draft.note)}</p>
          <Differences differences={differenceOf(before, draft, language)} language={language} words={words} />
        </>
      )}
      <Form action={`${path}/publish`}>
        <Hidden name="revision" value={String(draft.revision)} />
        <DateInput name="validFrom" label={words.publishFrom} hint={words.publishFromHint} value={typed} />
        <Button>{words.publish}</Button>
      </Form>
    </Columns>,
  );
}

export async function postPublish(at: AtService): Promise<Response> {
  const form = readForm(at.c);
  const parts = dateParts(form.typed(), 'validFrom');
  const done = await publishService(at.tools, at.actor, at.service.id, {
    validFrom: dayFromParts(parts) ?? null,
    revision: Number(form.text('revision')),
  });
  if (done.ok) return seeOther(at.c, at.path, at.words.published);
  if (done.refusal.code === 'service.absent') return at.c.notFound();
  return show(at, parts, tellRefusal(done.refusal, at.language, 'validFrom'));
}

/** `GET /desk/services/{number}/versions/{version}`: one version whole, and what it changed. */
export async function versionPage(at: AtService): Promise<Response> {
  const { c, words, language, versions, path } = at;
  const version = versions.find((one) => String(one.version) === c.req.param('version'));
  if (!version) return c.notFound();
  const before = versions.findLast((one) => one.version < version.version);
  return page(
    c,
    {
      title: `${version.name} - ${words.versionColumn} ${version.version}`,
      before: <BackLink href={path} text={words.backToFile} />,
    },
    <Columns>
      <PageHeading caption={`${words.versionColumn} ${version.version} · ${stateOf(version, at.today, words)}`}>
        {version.name}
      </PageHeading>
      {version.validFrom && <p>{words.versionLine(version.version, formatDay(version.validFrom, language))}</p>}
      {version.withdrawnOn && (
        <p>
          {words.withdrawnWhy(formatDay(version.withdrawnOn, language))} {words.changesWhy(version.withdrawnReason)}
        </p>
      )}
      {before ? (
        <>
          <h2>{words.compareWith(before.version)}</h2>
          {version.note !== '' && <p>{words.changesWhy(version.note)}</p>}
          <Differences differences={differenceOf(before, version, language)} language={language} words={words} />
        </>
      ) : (
        <p>{words.firstVersion}</p>
      )}
      <h2>{words.publicPart}</h2>
      <StandardList content={version} codes={DELIVERY_CODES} language={language} />
      <h2>{words.internalPart}</h2>
      <StandardList content={version} codes={INTERNAL_CODES} language={language} />
    </Columns>,
  );
}
