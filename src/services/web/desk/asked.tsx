/** What every page of this desk begins with: a signed-in officer, and an office or service this officer may read. */
import { EmptyState, type FieldErrors, LinkButton, page, seeOther } from '../../../design/index.ts';
import { type Agency, agencyByCode, agencyById } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { signedInPersonId } from '../../../platform/sign-in/index.ts';
import type { Tools } from '../../../platform/tools.ts';
import { placeOf, type StepRefusal, todayAt } from '../../actions/on-service.ts';
import { mayManage, mayReadInternal, readableAgencyIds, readsEverything } from '../../rules/permissions.ts';
import { SERVICE_REFUSALS } from '../../rules/refusals.ts';
import type { Service, ServiceVersion } from '../../rules/service.ts';
import { serviceByNumber, versionsOf } from '../../store/services.ts';
import { type ServiceWords, wordsIn } from '../words.ts';

export interface Asked {
  readonly c: WebContext;
  readonly tools: Tools;
  readonly actor: Officer;
  readonly language: Language;
  readonly words: ServiceWords;
  readonly now: Moment;
}

export interface AtOffice extends Asked {
  readonly agency: Agency;
  readonly manages: boolean;
  readonly today: Day;
  /** The office's page. */
  readonly path: string;
}

export interface AtService extends Asked {
  readonly service: Service;
  readonly versions: readonly ServiceVersion[];
  readonly draft: ServiceVersion | undefined;
  readonly agency: Agency;
  readonly manages: boolean;
  readonly today: Day;
  /** The service's file. */
  readonly path: string;
}

type Answer = Response | Promise<Response>;

/** Officers only: anybody else is sent to sign in, whatever the address. */
export function forOfficers(answer: (asked: Asked) => Answer): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const actor = c.get('actor');
    const [tools, language] = [c.get('tools'), c.get('language')];
    const words = wordsIn(language);
    if (actor.kind !== 'officer') {
      // Signed in, but without a position today: the desk says so. Sending them to sign in again would go in circles.
      if ((await signedInPersonId(c)) !== null) return c.redirect('/desk', 303);
      const back = c.req.method === 'GET' ? c.req.path : '/desk/services';
      return seeOther(c, `/sign-in?return=${encodeURIComponent(back)}`);
    }
    if (readableAgencyIds(actor).length === 0 && !readsEverything(actor)) return withoutOffice(c, words);
    return answer({ c, tools, actor, language, words, now: tools.clock.now() });
  };
}

function withoutOffice(c: WebContext, words: ServiceWords): Promise<Response> {
  return page(
    c,
    { title: words.deskNoOffice, status: 403 },
    <>
      <h1>{words.deskNoOffice}</h1>
      <EmptyState title={words.deskNoOfficeWhy} action={<LinkButton href="/services">{words.title}</LinkButton>} />
    </>,
  );
}

/** Opens the office of the address. One the officer may not read answers like an unknown code. */
export function onOffice(answer: (at: AtOffice) => Answer): (c: WebContext) => Promise<Response> {
  return forOfficers(async (asked) => {
    const agency = await agencyByCode(asked.tools.db, asked.c.req.param('code') ?? '');
    if (!agency || !mayReadInternal(asked.actor, placeOf(agency))) return asked.c.notFound();
    return answer({
      ...asked,
      agency,
      manages: mayManage(asked.actor, placeOf(agency)),
      today: todayAt(agency.regionCode, asked.now),
      path: officePath(agency),
    });
  });
}

/** Opens the service of the address. One the officer may not read answers like an unknown number. */
export function onServiceFile(answer: (at: AtService) => Answer): (c: WebContext) => Promise<Response> {
  return forOfficers(async (asked) => {
    const { tools, actor, c } = asked;
    const service = await serviceByNumber(tools.db, c.req.param('number') ?? '');
    if (!service || !mayReadInternal(actor, service)) return c.notFound();
    const [versions, agency] = await Promise.all([versionsOf(tools.db, service.id), agencyById(tools.db, service.agencyId)]);
    if (!agency) return c.notFound();
    return answer({
      ...asked,
      service,
      versions,
      draft: versions.find(({ state }) => state === 'draft'),
      agency,
      manages: mayManage(actor, service),
      today: todayAt(service.regionCode, asked.now),
      path: servicePath(service),
    });
  });
}

/** Only who may write gets there; who may only read is answered as if it were not there. */
export function writing<At extends { readonly manages: boolean; readonly c: WebContext }>(answer: (at: At) => Answer) {
  return (at: At): Answer => (at.manages ? answer(at) : at.c.notFound());
}

export const officePath = (agency: Pick<Agency, 'code'>) => `/desk/services/offices/${agency.code}`;
export const servicePath = (service: Pick<Service, 'number'>) => `/desk/services/${service.number}`;

export interface Refused {
  readonly status: number;
  readonly errors: FieldErrors;
}

/** A refusal as errors of the page: at its inputs, or as a whole at `field`. */
export function tellRefusal(refusal: StepRefusal, language: Language, field: string): Refused {
  const problems = refusal.problems.length > 0 ? refusal.problems : [{ field, code: refusal.code }];
  return {
    status: refusalStatus(SERVICE_REFUSALS[refusal.code].kind),
    errors: problems.map((one) => ({ field: one.field, message: SERVICE_REFUSALS[one.code][language] })),
  };
}
