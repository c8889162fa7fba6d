/** What the server answers to a device; the app knows these types, too. */
import type { Label } from '../../../kernel/language.ts';
import type { ConflictShape, FormShape, SheetShape, UnitShape } from './shapes.ts';

export interface SessionAnswer {
  readonly signedIn: boolean;
  /** For the next POST of this visit. */
  readonly csrf: string;
  /** Stands for the account without telling it: a device belongs to one person. */
  readonly person: string | null;
}

export interface FieldPackage {
  readonly person: string;
  readonly preparedAt: string;
  /** By the key of the instrument version. */
  readonly forms: Readonly<Record<string, FormShape>>;
  readonly units: readonly UnitShape[];
}

export type OperationAnswer =
  | {
      readonly id: string;
      readonly outcome: 'accepted' | 'conflict';
      readonly accepted: readonly { readonly indicator: string; readonly revision: number }[];
      readonly conflicts: readonly ConflictShape[];
      readonly done: boolean;
      readonly missing: SheetShape['missing'];
    }
  | { readonly id: string; readonly outcome: 'chosen'; readonly revision: number }
  | {
      readonly id: string;
      readonly outcome: 'refused';
      readonly code: string;
      readonly reason: Label;
      /** The one answer that was wrong, when it was one. */
      readonly indicator: string | null;
    };

export interface OperationsAnswer {
  readonly results: readonly OperationAnswer[];
}

export type FileAnswer =
  | { readonly id: string; readonly outcome: 'accepted'; readonly evidenceId: string }
  | { readonly id: string; readonly outcome: 'refused'; readonly code: string; readonly reason: Label };
