/** `/desk/agreements/:code/record`: signed elsewhere; its days, where the facts come from, and the scan. */
import {
  Button,
  Columns,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  type FieldErrors,
  FileUpload,
  Form,
  Hidden,
  partsOfDay,
  seeOther,
  TextInput,
} from '../../../design/index.ts';
import { FILE_REFUSALS } from '../../../platform/files/take-file.ts';
import type { Form as Sent } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { type RecordRefused, recordWithScan } from '../../actions/register/record-with-scan.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { agreementStep } from '../../rules/permissions.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { loadRad } from '../../store/rad/rads.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { type OpenedAgreement, onAgreement, versionOf } from '../opened.tsx';
import { statusOf } from './facts-pages.tsx';
import { wordsIn } from './words.ts';

interface Typed {
  readonly signedOn: DateParts;
  readonly inForceFrom: DateParts;
  readonly inForceUntil: DateParts;
  readonly place: string;
  readonly source: string;
}

type Problem = RecordRefused | { readonly code: 'file-too-large'; readonly field: 'scan' };

export const recordPage = onAgreement(async (opened) => {
  const { agreement, actor, c, tools, path } = opened;
  if (!agreementStep(agreement, 'record', actor)?.allowed) return c.notFound();
  if (agreementKind(agreement.kind).isReviewed && (await loadRad(tools.db, agreement.id))) return c.redirect(`${path}/rad`, 303);
  return show(opened, {
    ...{ signedOn: partsOfDay(agreement.signedOn), inForceFrom: partsOfDay(agreement.inForceFrom) },
    ...{ inForceUntil: partsOfDay(agreement.inForceUntil), place: agreement.place, source: agreement.source },
  });
});

export const postRecord = onAgreement(async (opened) => {
  const { c, tools, actor, agreement, path, language } = opened;
  if (!agreementStep(agreement, 'record', actor)?.allowed) return c.notFound();
  const form = readForm(c);
  const sent = form.typed();
  const typed: Typed = {
    ...{ signedOn: dateParts(sent, 'signedOn'), inForceFrom: dateParts(sent, 'inForceFrom') },
    ...{ inForceUntil: dateParts(sent, 'inForceUntil'), place: form.text('place'), source: form.text('source') },
  };
  const problems: Problem[] = [];
  const day = (field: 'signedOn' | 'inForceFrom' | 'inForceUntil', isNeeded: boolean) => {
    const { day: d, month, year } = typed[field];
    const found = dayFromParts(typed[field]);
    if (!found && (isNeeded || d + month + year !== '')) problems.push({ field, code: 'agreement.day-wrong' });
    return found ?? null;
  };
  const order = {
    ...{ signedOn: day('signedOn', true), inForceFrom: day('inForceFrom', true), inForceUntil: day('inForceUntil', false) },
    ...{ place: typed.place, source: typed.source },
  };
  if (form.refusedUploads.length > 0) problems.push({ code: 'file-too-large', field: 'scan' });
  if (problems.length > 0) return show(opened, typed, problems);
  const target = { agreementId: agreement.id, version: versionOf(form.text('version')) };
  const done = await recordWithScan(tools, actor, target, order, scanIn(form));
  if (done.ok) return seeOther(c, path, wordsIn(language).record.done);
  return show(opened, typed, done.refusal);
});

function scanIn(form: Sent) {
  return form.uploads('scan').find(({ size }) => size > 0) ?? null;
}

function show(opened: OpenedAgreement, typed: Typed, problems: readonly Problem[] = []): Promise<Response> {
  const { agreement, path, language } = opened;
  const w = wordsIn(language).record;
  const months = agreementKind(agreement.kind).usualMonths;
  const texts: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
    ...AGREEMENT_REFUSALS,
    ...FILE_REFUSALS,
  };
  const errors: FieldErrors = problems.map(({ field, code }) => ({
    field: field || 'signedOn',
    message: texts[code]?.[language] ?? code,
  }));
  const known = problems.flatMap(({ code, field }) =>
    code in AGREEMENT_REFUSALS ? [{ code: code as keyof typeof AGREEMENT_REFUSALS, field }] : [],
  );
  return agreementPage(
    opened,
    'overview',
    w.title,
    <Columns>
      <p>{w.lead}</p>
      <Form action={`${path}/record`} multipart>
        <Hidden name="version" value={String(agreement.version)} />
        <DateInput name="signedOn" label={w.signedOn} value={typed.signedOn} />
        <DateInput name="inForceFrom" label={w.inForceFrom} hint={w.inForceFromHint} value={typed.inForceFrom} />
        <DateInput
          name="inForceUntil"
          label={w.inForceUntil}
          hint={months === null ? w.inForceUntilHint : w.inForceUntilMonths(months)}
          value={typed.inForceUntil}
          optional
        />
        <TextInput name="place" label={w.place} value={typed.place} maxlength={200} optional />
        <TextInput name="source" label={w.source} hint={w.sourceHint} value={typed.source} maxlength={1000} />
        <FileUpload name="scan" label={w.scan} hint={w.scanHint} accept="application/pdf,.pdf" single optional />
        <Button>{w.record}</Button>
      </Form>
      <p>
        <a href={path}>{w.back}</a>
      </p>
    </Columns>,
    { errors, ...(problems.length > 0 ? { status: known.length > 0 ? statusOf(known) : 422 } : {}) },
  );
}
