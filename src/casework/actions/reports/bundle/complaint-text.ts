/** The complaint a case came from, as a text for the case file: what it said and what became of it, day by day. */
import { CLASS_LABELS, COMPLAINT_CLASSES, showTrackingNumber } from '../../../../complaints/index.ts';
import { agenciesByIds } from '../../../../directory/index.ts';
import { isZone, Temporal, type Zone, zoneAbbreviation } from '../../../../kernel/time.ts';
import type { Db } from '../../../../platform/database/database.ts';
import type { Snapshot } from '../../../rules/intake/snapshot.ts';

export async function complaintText(db: Db, snapshot: Snapshot): Promise<string> {
  const zone: Zone = isZone(snapshot.zone) ? snapshot.zone : 'Asia/Jakarta';
  const when = (at: string) => {
    const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
    return `${local.toPlainDate().toString()} ${local.toPlainTime().toString().slice(0, 5)} ${zoneAbbreviation(zone)}`;
  };
  const ids = [
    snapshot.addressedAgencyId,
    ...snapshot.officeIds,
    ...snapshot.timeline.map(({ entry }) => entry?.agencyId ?? null),
  ];
  const agencies = await agenciesByIds(
    db,
    ids.filter((id) => id !== null),
  );
  const name = (id: string | null) => (id === null ? null : (agencies.get(id)?.name ?? null));
  const kind = COMPLAINT_CLASSES.find((each) => each === snapshot.class);
  const offices = snapshot.officeIds.map(name).filter((each) => each !== null);
  const told = snapshot.timeline.flatMap(({ at, entry }) =>
    entry === null ? [] : ['', `${when(at)} \u2013 ${name(entry.agencyId) ?? 'Pengadu'}`, entry.text],
  );
  return [
    `Pengaduan ${showTrackingNumber(snapshot.trackingNumber)}`,
    kind ? `Jenis: ${CLASS_LABELS[kind].id}` : '',
    `Disampaikan: ${when(snapshot.filedAt)}`,
    `Ditujukan kepada: ${name(snapshot.addressedAgencyId) ?? '-'}`,
    offices.length > 0 ? `Ditangani: ${offices.join('; ')}` : '',
    `Dibawa ke Ombudsman: ${when(snapshot.takenAt)}`,
    '',
    snapshot.title,
    '',
    snapshot.description,
    ...told,
  ]
    .filter((line, index, all) => line !== '' || all[index - 1] !== '')
    .join('\n');
}
