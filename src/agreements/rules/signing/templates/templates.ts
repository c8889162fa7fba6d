/**
 * The text an agreement of a kind begins with, as data. After the usual parts of a synergy with a central body (PP 28/2018, Permendagri 22/2020); the wording is
 * our own and confirmed by nobody, and the page says so.
 */
import type { AgreementKind } from '../../kinds.ts';
import type { TextSection } from '../text.ts';
import { cooperation, memorandum } from './memoranda.ts';
import { actionPlan, commitment, workPlan } from './plans.ts';

export const TEXT_TEMPLATES: Readonly<Record<AgreementKind, readonly TextSection[]>> = {
  'nota-kesepakatan': memorandum,
  'nota-kesepahaman': memorandum,
  'rencana-kerja': workPlan,
  pks: cooperation,
  komitmen: commitment,
  rad: actionPlan,
};
