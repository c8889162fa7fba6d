/**
 * The unlocked device: everything in memory as values, and every change on the disk, sealed, before it is shown as kept.
 */
import type { Label } from '../../../../kernel/language.ts';
import type { UnitShape } from '../shapes.ts';
import type { FieldPackage } from '../sync-shapes.ts';
import type { Batch, DeviceDatabase, DeviceMeta } from './database.ts';
import { hasWaiting, type LocalSheet, merge, newSheet, openConflicts, waitingAnswers } from './sheet-state.ts';
import { type Sealed, utf8, type Vault } from './vault.ts';

/** What is known of all units besides their sheets. */
export interface DeviceFacts {
  readonly person: string | null;
  readonly preparedAt: string | null;
  readonly sentAt: string | null;
  readonly withPlace: boolean;
  readonly forms: FieldPackage['forms'];
  readonly units: readonly Omit<UnitShape, 'sheets'>[];
}

const NO_FACTS: DeviceFacts = { person: null, preparedAt: null, sentAt: null, withPlace: false, forms: {}, units: [] };

/** A photograph or document; its bytes lie apart, sealed, until the server has them. */
export interface LocalFile {
  readonly id: string;
  readonly sheet: string;
  readonly indicator: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly takenAt: string;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  readonly caption: string;
  readonly refused: Label | null;
}

export const unitKey = (unit: Pick<UnitShape, 'assessmentId' | 'unitNo' | 'rating'>) =>
  `${unit.assessmentId}/${unit.unitNo}/${unit.rating}`;

export const sheetKey = (unit: Pick<UnitShape, 'assessmentId' | 'unitNo' | 'rating'>, sheetNo: number) =>
  `${unitKey(unit)}/${sheetNo}`;

export class Device {
  facts: DeviceFacts = NO_FACTS;
  readonly sheets = new Map<string, LocalSheet>();
  readonly files = new Map<string, LocalFile>();
  meta: DeviceMeta;
  /** Records that do not open: kept as they are, and told. */
  damaged = 0;
  readonly #db: DeviceDatabase;
  readonly #vault: Vault;
  /** Writes go one after the other: a later one never comes to the disk before an earlier one. */
  #last: Promise<void> = Promise.resolve();

  private constructor(db: DeviceDatabase, vault: Vault, meta: DeviceMeta) {
    this.#db = db;
    this.#vault = vault;
    this.meta = meta;
  }

  static async open(db: DeviceDatabase, vault: Vault, meta: DeviceMeta): Promise<Device> {
    const device = new Device(db, vault, meta);
    for (const [name, sealed] of await db.records()) {
      const opened = await vault.open(name, sealed).catch(() => undefined);
      if (!opened) {
        device.damaged += 1;
        continue;
      }
      const { kind, key, value } = JSON.parse(new TextDecoder().decode(opened)) as Kept;
      if (kind === 'facts') device.facts = value as DeviceFacts;
      else if (kind === 'sheet') device.sheets.set(key, value as LocalSheet);
      else device.files.set(key, value as LocalFile);
    }
    return device;
  }

  async keepFacts(change: Partial<DeviceFacts>): Promise<void> {
    this.facts = { ...this.facts, ...change };
    await this.#keep([{ kind: 'facts', key: '', value: this.facts }]);
  }

  async keepSheet(key: string, sheet: LocalSheet): Promise<void> {
    if (this.sheets.get(key) === sheet) return;
    this.sheets.set(key, sheet);
    await this.#keep([{ kind: 'sheet', key, value: sheet }]);
  }

  async addFile(file: LocalFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const name = await this.#vault.nameOf(`blob ${file.id}`);
    const sealed = await this.#vault.seal(name, bytes);
    this.files.set(file.id, file);
    await this.#keep([{ kind: 'file', key: file.id, value: file }], { [name]: sealed });
  }

  async keepFile(file: LocalFile): Promise<void> {
    this.files.set(file.id, file);
    await this.#keep([{ kind: 'file', key: file.id, value: file }]);
  }

  async bytesOf(file: LocalFile): Promise<Uint8Array<ArrayBuffer>> {
    const name = await this.#vault.nameOf(`blob ${file.id}`);
    const sealed = await this.#db.blob(name);
    if (!sealed) throw new Error('the bytes of a file are gone');
    return this.#vault.open(name, sealed);
  }

  /** When the server has it, or its owner wants to be rid of it. */
  async dropFile(file: LocalFile): Promise<void> {
    const name = await this.#vault.nameOf(`blob ${file.id}`);
    this.files.delete(file.id);
    await this.#keep([{ kind: 'file', key: file.id, value: null }], { [name]: null });
  }

  filesOf(sheet: string): readonly LocalFile[] {
    return [...this.files.values()].filter((file) => file.sheet === sheet);
  }

  /** Takes a package in: nothing that waits is touched, and a sheet that is no longer given stays while something on it waits. */
  async takeIn(given: FieldPackage): Promise<void> {
    const units = given.units.map(({ sheets: _sheets, ...unit }) => unit);
    const kept: Kept[] = [];
    const givenKeys = new Set<string>();
    for (const unit of given.units) {
      for (const shape of unit.sheets) {
        const key = sheetKey(unit, shape.sheetNo);
        givenKeys.add(key);
        const before = this.sheets.get(key);
        const sheet = before ? merge(before, shape) : newSheet(shape);
        this.sheets.set(key, sheet);
        kept.push({ kind: 'sheet', key, value: sheet });
      }
    }
    for (const [key, sheet] of [...this.sheets]) {
      if (givenKeys.has(key)) continue;
      const stays = hasWaiting(sheet) || this.filesOf(key).length > 0;
      if (stays) this.sheets.set(key, { ...sheet, isGone: true });
      else this.sheets.delete(key);
      kept.push({ kind: 'sheet', key, value: stays ? { ...sheet, isGone: true } : null });
    }
    // Units of which something still waits stay known by name.
    const goneUnits = this.facts.units.filter(
      (unit) => !units.some((each) => unitKey(each) === unitKey(unit)) && this.sheetsOf(unit).length > 0,
    );
    const forms = { ...this.facts.forms, ...given.forms };
    this.facts = { ...this.facts, person: given.person, preparedAt: given.preparedAt, forms, units: [...units, ...goneUnits] };
    kept.push({ kind: 'facts', key: '', value: this.facts });
    await this.#keep(kept);
  }

  sheetsOf(unit: Pick<UnitShape, 'assessmentId' | 'unitNo' | 'rating'>): readonly (readonly [string, LocalSheet])[] {
    const prefix = `${unitKey(unit)}/`;
    return [...this.sheets].filter(([key]) => key.startsWith(prefix)).sort(([, a], [, b]) => a.shape.sheetNo - b.shape.sheetNo);
  }

  waiting(): DeviceMeta['waiting'] {
    let answers = 0;
    for (const sheet of this.sheets.values()) {
      answers += waitingAnswers(sheet) + sheet.resolutions.length + (sheet.done.waits ? 1 : 0) + (sheet.product.waits ? 1 : 0);
    }
    return { answers, files: this.files.size };
  }

  conflicts(): number {
    return [...this.sheets.values()].reduce((total, sheet) => total + openConflicts(sheet).length, 0);
  }

  async keepMeta(change: Partial<DeviceMeta>): Promise<void> {
    this.meta = { ...this.meta, ...change };
    await this.#keep([]);
  }

  async #keep(kept: readonly Kept[], blobs: Batch['blobs'] = {}): Promise<void> {
    this.meta = { ...this.meta, waiting: this.waiting() };
    const { meta } = this;
    const sealing = Promise.all(kept.map((one) => this.#sealed(one)));
    const writing = this.#last.then(async () => this.#db.write({ records: Object.fromEntries(await sealing), blobs, meta }));
    this.#last = writing.catch(() => {});
    await writing;
  }

  async #sealed(one: Kept): Promise<readonly [string, Sealed | null]> {
    const name = await this.#vault.nameOf(`${one.kind} ${one.key}`);
    return [name, one.value === null ? null : await this.#vault.seal(name, utf8(JSON.stringify(one)))];
  }
}

interface Kept {
  readonly kind: 'facts' | 'sheet' | 'file';
  readonly key: string;
  /** `null` = to be dropped. */
  readonly value: unknown;
}
