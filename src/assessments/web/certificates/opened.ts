/** What every desk page of certificates asks first: who is it, and whose certificates may they issue. */
import type { Officer } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Round } from '../../rules/assessment.ts';
import type { Certificate } from '../../rules/certificates/certificate.ts';
import { publishingOffices } from '../../rules/certificates/reach.ts';
import { mayActWith } from '../../rules/permissions.ts';
import { loadAssessment } from '../../store/assessments.ts';
import { certificateById } from '../../store/certificates/certificates.ts';
import type { Offices } from '../../store/certificates/round.ts';
import { loadRound, loadRoundByCode } from '../../store/rounds.ts';
import { type CertificateWords, wordsIn } from './words.ts';

export interface Publisher {
  readonly c: WebContext;
  readonly tools: Tools;
  readonly actor: Officer;
  readonly offices: Offices;
  readonly language: Language;
  readonly words: CertificateWords;
}

type Answer = Response | Promise<Response>;

/** For those who publish somewhere; for others the page is not there. */
export function asPublisher(answer: (asked: Publisher) => Answer): (c: WebContext) => Answer {
  return (c) => {
    const actor = c.get('actor');
    if (actor.kind !== 'officer') return c.redirect(`/sign-in?return=${encodeURIComponent(c.req.path)}`, 303);
    const offices = publishingOffices(actor);
    if (offices === undefined) return c.notFound();
    const language = c.get('language');
    return answer({ c, tools: c.get('tools'), actor, offices, language, words: wordsIn(language) });
  };
}

/** The round of the address, by its id or its code. */
export function onRound(answer: (asked: Publisher & { readonly round: Round }) => Answer): (c: WebContext) => Answer {
  return asPublisher(async (asked) => {
    const named = asked.c.req.param('round') ?? '';
    const { db } = asked.tools;
    const round = isUuid(named) ? await loadRound(db, named) : await loadRoundByCode(db, named);
    return round ? answer({ ...asked, round }) : asked.c.notFound();
  });
}

/** The certificate of the address, of an agency the actor publishes for. */
export function onCertificate(
  answer: (asked: Publisher & { readonly certificate: Certificate; readonly roundId: string }) => Answer,
): (c: WebContext) => Answer {
  return asPublisher(async (asked) => {
    const { db } = asked.tools;
    const certificate = await certificateById(db, asked.c.req.param('certificate') ?? '');
    const assessment = certificate && (await loadAssessment(db, certificate.assessmentId));
    if (!assessment || !mayActWith(asked.actor, assessment, 'assessment.publish')) return asked.c.notFound();
    return answer({ ...asked, certificate, roundId: assessment.roundId });
  });
}

export const roundPath = (roundId: string) => `/desk/assessments/rounds/${roundId}/certificates`;
export const certificatePath = (certificateId: string) => `/desk/assessments/certificates/${certificateId}`;
