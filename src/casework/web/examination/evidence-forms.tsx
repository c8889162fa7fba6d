/** Taking evidence in, and recording where it goes. */
import {
  DateInput,
  dateParts,
  FileUpload,
  Hidden,
  partsOfDay,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import { ACCEPTED_EXTENSIONS } from '../../../platform/files/sniff.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { recordCustody } from '../../actions/examination/custody.ts';
import { takeEvidence } from '../../actions/examination/take-evidence.ts';
import {
  CUSTODY_LABELS,
  EVIDENCE_KIND_LABELS,
  EVIDENCE_KINDS,
  EVIDENCE_NATURE_LABELS,
  EVIDENCE_NATURES,
  type EvidenceItem,
  RECORDED_ACTS,
} from '../../rules/examination/evidence.ts';
import { mayRecord } from '../../rules/examination/permissions.ts';
import type { Step } from '../../rules/examination/step.ts';
import { STEP_KIND_DATA } from '../../rules/examination/step-kinds.ts';
import { stepsOf } from '../../store/examination/steps.ts';
import { itemOf } from './evidence-pages.tsx';
import { type At, type FormSpec, mountForm } from './form-page.tsx';

export function mountEvidenceForms(app: WebRoutes): void {
  mountForm(app, intake);
  mountForm(app, custody);
}

/** Each costs a picture's worth of computing. */
const FILES_AN_HOUR = 200;

const intake: FormSpec<readonly Step[]> = {
  address: 'evidence/new',
  section: 'evidence',
  files: true,
  load: ({ tools, file }) => stepsOf(tools.db, file.id),
  may: ({ file, actor }) => mayRecord(file, actor),
  title: ({ words }) => words.evidence.addTitle,
  back: ({ path, words }) => ({ href: `${path}/evidence`, text: words.evidence.back }),
  body(at) {
    const { words, language, form, data, c, now, file } = at;
    const today = form ? dateParts(form.typed(), 'received') : partsOfDay(dayOf(now, file.zone));
    return (
      <>
        <TextArea
          name="description"
          label={words.evidence.description}
          hint={words.evidence.descriptionHint}
          value={at.typed('description')}
          rows={3}
        />
        <Radios
          name="kind"
          label={words.evidence.kind}
          choices={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: EVIDENCE_KIND_LABELS[kind][language] }))}
          value={at.typed('kind')}
        />
        <Radios
          name="nature"
          label={words.evidence.nature}
          choices={EVIDENCE_NATURES.map((nature) => ({ value: nature, label: EVIDENCE_NATURE_LABELS[nature][language] }))}
          value={at.typed('nature')}
        />
        <FileUpload
          name="file"
          label={words.evidence.file}
          hint={words.evidence.fileHint}
          optional
          single
          accept={ACCEPTED_EXTENSIONS.join(',')}
        />
        <TextInput
          name="source"
          label={words.evidence.source}
          hint={words.evidence.sourceHint}
          value={at.typed('source')}
          maxlength={300}
        />
        {data.length > 0 ? (
          <Select
            name="step"
            label={words.evidence.step}
            emptyLabel={words.evidence.stepNone}
            options={data.map((step) => ({
              value: step.id,
              label: words.steps.title(step.no, STEP_KIND_DATA[step.kind].label[language]),
            }))}
            value={at.typed('step', c.req.query('step'))}
          />
        ) : (
          <Hidden name="step" value="" />
        )}
        <DateInput name="received" label={words.evidence.receivedOn} value={today} />
        <TextInput
          name="how"
          label={words.evidence.receivedHow}
          hint={words.evidence.receivedHowHint}
          value={at.typed('how')}
          maxlength={300}
          optional
        />
        <TextInput name="kept" label={words.evidence.keptAt} value={at.typed('kept')} maxlength={300} optional />
      </>
    );
  },
  button: ({ words }) => words.evidence.save,
  fields: {
    'case.evidence-kind-missing': 'kind',
    'case.evidence-nature-missing': 'nature',
    'case.evidence-source-missing': 'source',
    'case.evidence-description-missing': 'description',
    'case.day-in-future': 'received',
    'case.day-wrong': 'received',
    'case.text-too-long': 'description',
    otherwise: 'file',
  },
  async send(at, form) {
    const kind = EVIDENCE_KINDS.find((each) => each === at.typed('kind'));
    const nature = EVIDENCE_NATURES.find((each) => each === at.typed('nature'));
    if (at.typed('description').trim() === '') return refuse('case.evidence-description-missing');
    if (!kind) return refuse('case.evidence-kind-missing');
    if (!nature) return refuse('case.evidence-nature-missing');
    const receivedOn = at.day('received');
    if (!receivedOn) return refuse('case.day-wrong');
    const [upload] = form.uploads('file');
    if (upload) await mayUpload(at);
    const step = at.typed('step');
    return takeEvidence(at.tools, at.actor, at.file.id, {
      kind,
      nature,
      description: at.typed('description'),
      source: at.typed('source'),
      stepId: isUuid(step) ? step : null,
      receivedOn,
      receivedHow: at.typed('how'),
      keptAt: at.typed('kept'),
      bytes: upload ? await upload.bytes() : null,
    });
  },
  done: ({ path, words }, id) => ({ href: `${path}/evidence/${id}`, text: words.evidence.added }),
};

async function mayUpload({ tools, actor, now }: At<unknown>): Promise<void> {
  const counted = await allow(tools, {
    bucket: 'case-evidence',
    key: actor.personId,
    limit: FILES_AN_HOUR,
    windowSeconds: 3600,
    now,
  });
  if (!counted.allowed) throw new RefusedRequest('too-often', counted.retryAfterSeconds);
}

const custody: FormSpec<EvidenceItem> = {
  address: 'evidence/:item/custody',
  section: 'evidence',
  load: itemOf,
  may: ({ file, actor }) => mayRecord(file, actor),
  title: ({ words, data }) => `${words.evidence.record}: ${words.evidence.item(data.no).toLowerCase()}`,
  back: ({ path, words, data }) => ({ href: `${path}/evidence/${data.id}`, text: words.evidence.item(data.no) }),
  body(at) {
    const { words, language, form, now, file } = at;
    return (
      <>
        <Radios
          name="act"
          label={words.evidence.act}
          choices={RECORDED_ACTS.map((act) => ({ value: act, label: CUSTODY_LABELS[act][language] }))}
          value={at.typed('act')}
        />
        <TextInput
          name="party"
          label={words.evidence.party}
          hint={words.evidence.partyHint}
          value={at.typed('party')}
          maxlength={300}
          optional
        />
        <DateInput
          name="on"
          label={words.evidence.onDay}
          value={form ? dateParts(form.typed(), 'on') : partsOfDay(dayOf(now, file.zone))}
        />
        <TextArea name="reason" label={words.evidence.reason} value={at.typed('reason')} rows={3} />
      </>
    );
  },
  button: ({ words }) => words.evidence.record,
  fields: {
    'case.custody-act-missing': 'act',
    'case.evidence-returned': 'act',
    'case.custody-party-missing': 'party',
    'case.day-in-future': 'on',
    'case.day-wrong': 'on',
    otherwise: 'reason',
  },
  async send(at) {
    const act = RECORDED_ACTS.find((each) => each === at.typed('act'));
    if (!act) return refuse('case.custody-act-missing');
    const onDay = at.day('on');
    if (!onDay) return refuse('case.day-wrong');
    const line = { act, onDay, party: at.typed('party'), reason: at.typed('reason') };
    const recorded = await recordCustody(at.tools, at.actor, { caseId: at.file.id, evidenceId: at.data.id }, line);
    return recorded.ok ? ok(at.data.id) : recorded;
  },
  done: ({ path, words, data }) => ({ href: `${path}/evidence/${data.id}`, text: words.evidence.recorded }),
};
