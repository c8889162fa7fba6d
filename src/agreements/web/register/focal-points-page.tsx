/** `/desk/agreements/:code/focal-points`: whom each side asks about it, now and before. */
import { figuresByOffice } from '../../../complaints/index.ts';
import {
  Button,
  Columns,
  DateInput,
  dateParts,
  dayFromParts,
  type FieldErrors,
  Form,
  formatCount,
  formatDay,
  Hidden,
  InsetText,
  Radios,
  Select,
  seeOther,
  Table,
  Tag,
  TextInput,
} from '../../../design/index.ts';
import {
  type Agency,
  agenciesByIds,
  agenciesUnder,
  capabilitiesHeldAt,
  peopleByIds,
  positionsAt,
} from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Form as Sent } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { endFocalPoint, nameFocalPoint } from '../../actions/register/name-focal-point.ts';
import { focalPointsOn, isReachable, isReminded, partyOf } from '../../rules/agreement.ts';
import { mayNameFocalPoint } from '../../rules/permissions.ts';
import { AGREEMENT_REFUSALS, type AgreementRefusal } from '../../rules/refusals.ts';
import { READING } from '../../rules/visibility.ts';
import { departedPoints } from '../../store/register/focal-points.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { type OpenedAgreement, onAgreement, versionOf } from '../opened.tsx';
import { wordsIn } from './words.ts';

const FIELDS: Partial<Record<AgreementRefusal, string>> = {
  'agreement.not-yours': 'partyId',
  'agreement.mail-wrong': 'officeMail',
  'agreement.focal-unreachable': 'officeMail',
  'agreement.party-unknown': 'agencyId',
  'agreement.day-wrong': 'since',
  'agreement.person-unknown': 'personId',
};

export const focalPointsPage = onAgreement((opened) => show(opened, null));

export const postFocalPoint = onAgreement(async (opened) => {
  const { c, tools, actor, agreement, path, language } = opened;
  const form = readForm(c);
  const target = { agreementId: agreement.id, version: versionOf(form.text('version')) };
  const words = wordsIn(language).focal;
  if (form.has('end')) {
    const done = await endFocalPoint(tools, actor, target, form.text('end'), null);
    if (done.ok) return seeOther(c, `${path}/focal-points`, words.ended);
    return refused(opened, form, done.refusal);
  }
  // The other unit of the tree is looked up first: its list is long.
  if (form.has('units')) return show(opened, form);
  const since = dateParts(form.typed(), 'since');
  const day = dayFromParts(since);
  if (!day && since.day + since.month + since.year !== '') return refused(opened, form, 'agreement.day-wrong');
  const ids = { agencyId: form.text('agencyId'), personId: form.text('personId') };
  const done = await nameFocalPoint(tools, actor, target, {
    ...{ partyId: form.text('partyId'), agencyId: isUuid(ids.agencyId) ? ids.agencyId : null, position: form.text('position') },
    ...{ personId: isUuid(ids.personId) ? ids.personId : null, officeMail: form.text('officeMail'), since: day ?? null },
  });
  if (done.ok) return seeOther(c, `${path}/focal-points`, words.named);
  return refused(opened, form, done.refusal);
});

function refused(opened: OpenedAgreement, form: Sent, refusal: AgreementRefusal): Response | Promise<Response> {
  const { kind, ...text } = AGREEMENT_REFUSALS[refusal];
  if (kind === 'absent') return opened.c.notFound();
  const errors = [{ field: FIELDS[refusal] ?? 'position', message: text[opened.language] }];
  return show(opened, form, errors, refusalStatus(kind) as 403 | 409 | 422);
}

async function show(
  opened: OpenedAgreement,
  form: Sent | null,
  errors: FieldErrors = [],
  status?: 403 | 409 | 422,
): Promise<Response> {
  const { tools, actor, agreement, path, language, today } = opened;
  const w = wordsIn(language).focal;
  const typed = (name: string) => form?.text(name) ?? '';
  const mine = agreement.parties.filter(({ id }) => mayNameFocalPoint(actor, agreement, id));
  const chosen = mine.find(({ id }) => id === typed('partyId')) ?? (mine.length === 1 ? mine[0] : undefined);
  const units = chosen?.agencyId ? await agenciesUnder(tools.db, chosen.agencyId) : [];
  const held = await capabilitiesHeldAt(
    tools.db,
    units.slice(0, 200).map(({ id }) => id),
    today,
  );
  const working = units.filter(({ id }) => READING.some((each) => held.get(id)?.has(each)));
  const holders = await Promise.all(
    working.slice(0, 20).flatMap(({ id }) => READING.map((capability) => positionsAt(tools.db, id, capability, today))),
  );
  const people = [...(await peopleByIds(tools.db, [...new Set(holders.flat().map(({ personId }) => personId))])).values()];
  const names = await peopleByIds(
    tools.db,
    agreement.focalPoints.flatMap(({ personId }) => personId ?? []),
  );
  const agencies = await agenciesByIds(
    tools.db,
    agreement.focalPoints.flatMap(({ agencyId }) => agencyId ?? []),
  );
  const busiest = mine.length > 0 ? await busiestUnits(opened, units) : [];
  const departed = await departedPoints(tools.db, agreement.id, today);
  const former = agreement.focalPoints.filter(({ until }) => until !== null && until.until(today).sign >= 0);
  const line = (point: (typeof agreement.focalPoints)[number]) => [
    partyOf(agreement, point.partyId)?.name ?? '',
    [point.position, agencies.get(point.agencyId ?? '')?.name ?? ''].filter(Boolean).join(', '),
    [names.get(point.personId ?? '')?.name ?? '', point.officeMail].filter(Boolean).join(', ') || w.noMail,
    point.until === null
      ? w.since(formatDay(point.since, language, 'short'))
      : w.sinceUntil(formatDay(point.since, language, 'short'), formatDay(point.until, language, 'short')),
  ];
  return agreementPage(
    opened,
    'overview',
    w.title,
    <>
      <p>{w.lead}</p>
      {agreement.parties.map((party) => {
        const points = focalPointsOn(agreement, party.id, today);
        return (
          <section aria-label={party.name}>
            <h2>{party.name}</h2>
            {points.length === 0 ? (
              <p>
                <Tag tone="warning">{w.nobody}</Tag>
              </p>
            ) : (
              <ul>
                {points.map((point) => {
                  const [, position, mail, since] = line(point);
                  return (
                    <li>
                      {position} ({mail}, {since}) {departed.has(point.id) && <Tag tone="warning">{w.departed}</Tag>}
                      {!isReachable(point) && <Tag tone="warning">{w.unreachable}</Tag>}
                      {point.officeMail !== '' && !isReminded(point, departed) && <Tag tone="warning">{w.mailOnly}</Tag>}
                      {mayNameFocalPoint(actor, agreement, party.id) && (
                        <Form action={`${path}/focal-points`}>
                          <Hidden name="version" value={String(agreement.version)} />
                          <Button kind="secondary" name="end" value={point.id}>
                            {w.end(point.position)}
                          </Button>
                        </Form>
                      )}
                    </li>
                  );
                })}
              </ul>
            )}
          </section>
        );
      })}
      {former.length > 0 && (
        <Table
          id="former"
          caption={w.former}
          stacked
          columns={[{ label: w.party }, { label: w.position }, { label: w.reach }, { label: w.time }]}
          rows={former.map(line)}
        />
      )}
      {mine.length > 0 && (
        <Columns>
          <h2>{w.add}</h2>
          <Form action={`${path}/focal-points`}>
            <Hidden name="version" value={String(agreement.version)} />
            {mine.length === 1 ? (
              <Hidden name="partyId" value={mine[0]?.id ?? ''} />
            ) : (
              <>
                <Radios
                  name="partyId"
                  label={w.forParty}
                  value={chosen?.id}
                  choices={mine.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <Button kind="secondary" name="units" value="yes">
                  {w.showUnits}
                </Button>
              </>
            )}
            {busiest.length > 0 && (
              <InsetText>
                <p>{w.busiest}</p>
                <ol class="govuk-list govuk-list--number">
                  {busiest.map(({ name, total }) => (
                    <li>{w.busiestUnit(name, formatCount(total, language))}</li>
                  ))}
                </ol>
              </InsetText>
            )}
            {units.length > 1 && (
              <Select
                name="agencyId"
                label={w.unit}
                hint={w.unitHint}
                emptyLabel={w.partyItself}
                value={typed('agencyId')}
                options={units.slice(0, 500).map(({ id, name }) => ({ value: id, label: name }))}
                narrowing
                optional
              />
            )}
            <TextInput name="position" label={w.position} hint={w.positionHint} value={typed('position')} maxlength={200} />
            {people.length > 0 && (
              <Select
                name="personId"
                label={w.person}
                hint={w.personHint}
                emptyLabel={w.noPerson}
                value={typed('personId')}
                options={people.map(({ id, name }) => ({ value: id, label: name }))}
                optional
              />
            )}
            <TextInput
              name="officeMail"
              label={w.mail}
              hint={w.mailHint}
              value={typed('officeMail')}
              type="email"
              maxlength={200}
              optional
            />
            <DateInput
              name="since"
              label={w.sinceLabel}
              hint={w.sinceHint}
              value={dateParts(form?.typed() ?? {}, 'since')}
              optional
            />
            <Button>{w.save}</Button>
          </Form>
        </Columns>
      )}
      <p>
        <a href={path}>{w.back}</a>
      </p>
    </>,
    { errors, ...(status ? { status } : {}), wide: true },
  );
}

const BUSIEST = 5;

/** Focal points are best where complaints arrive (the Ombudsman's practice): the units of a party with most of them. */
async function busiestUnits({ tools, now }: OpenedAgreement, units: readonly Agency[]) {
  const below = units.filter(({ parentId }) => parentId !== null).slice(0, 500);
  const counts = await figuresByOffice(
    tools.db,
    below.map(({ id }) => id),
    now,
  );
  return below
    .map(({ id, name }) => ({ name, total: counts.get(id)?.total ?? 0 }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
    .slice(0, BUSIEST);
}
