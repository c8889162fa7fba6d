/**
 * The service a complaint is about: brought along by the address of the service's page, shown among the answers, and changed on a page of
 * its own. It is kept only as long as it belongs to the office that is addressed.
 */
import { BackLink, Button, Columns, Form, PageHeading, page, Radios } from '../../../design/index.ts';
import { agencyByCode, agencyById } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { serviceByNumber, serviceStandard, servicesOf } from '../../../services/index.ts';
import { type Draft, UNKNOWN_AGENCY } from '../../rules/draft.ts';
import { openDraft, saveDraft, withoutDraft } from './open-draft.ts';
import { pathOf } from './question.tsx';
import { guarded, type Wizard, wordsFor } from './wizard.ts';

export interface BroughtService {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly agencyCode: string;
  /** Ids from the root down to its office. */
  readonly agencyPath: readonly string[];
}

const todayOf = (c: WebContext) => dayOf(c.get('tools').clock.now(), 'Asia/Jakarta');

/** A service that is offered today, by its public number. */
export async function broughtService(c: WebContext, number: string): Promise<BroughtService | undefined> {
  if (number === '') return undefined;
  const { db } = c.get('tools');
  const service = await serviceByNumber(db, number);
  if (!service) return undefined;
  const [standard, agency] = await Promise.all([serviceStandard(db, service.id, todayOf(c)), agencyById(db, service.agencyId)]);
  if (!standard || !agency) return undefined;
  return { id: service.id, number, name: standard.name, agencyCode: agency.code, agencyPath: service.agencyPath };
}

/** The draft's service, if it is one of the addressed office or of an office below it. */
export async function serviceAbout(c: WebContext, draft: Draft): Promise<BroughtService | undefined> {
  const service = await broughtService(c, draft.service);
  const agency = service && (await addressed(c, draft));
  return agency && service.agencyPath.includes(agency.id) ? service : undefined;
}

async function addressed(c: WebContext, { agency }: Draft) {
  if (agency === '' || agency === UNKNOWN_AGENCY || agency.length > 100) return undefined;
  return agencyByCode(c.get('tools').db, agency);
}

/** The published services of exactly the addressed office. */
export async function servicesToChoose(c: WebContext, draft: Draft) {
  const agency = await addressed(c, draft);
  return agency ? servicesOf(c.get('tools').db, agency.id, todayOf(c)) : [];
}

export function mountAboutService(app: WebRoutes, wizard: Wizard): void {
  const path = `${wizard.base}/service`;
  app.get(
    path,
    guarded(wizard, async (c) => {
      const opened = await openDraft(c, wizard);
      if (!opened) return withoutDraft(c, wizard);
      const { draft } = opened.kept;
      const [chosen, services, agency] = await Promise.all([
        serviceAbout(c, draft),
        servicesToChoose(c, draft),
        addressed(c, draft),
      ]);
      if (!chosen && services.length === 0) return c.redirect(pathOf(wizard, 'check'), 303);
      const words = wordsFor(c).service;
      const others = services.filter(({ number }) => number !== chosen?.number);
      return page(
        c,
        {
          title: words.title,
          before: <BackLink href={pathOf(wizard, 'check')} />,
          headers: { 'Cache-Control': 'private, no-cache' },
        },
        <Columns>
          <PageHeading>{words.title}</PageHeading>
          <Form action={path}>
            <Radios
              name="service"
              label={words.hint(agency?.name ?? '')}
              value={chosen?.number ?? ''}
              choices={[
                ...[...(chosen ? [chosen] : []), ...others].map(({ number, name }) => ({ value: number, label: name })),
                { value: '', label: words.none, divider: words.or },
              ]}
            />
            <Button>{wordsFor(c).continue}</Button>
          </Form>
        </Columns>,
      );
    }),
  );
  app.post(
    path,
    guarded(wizard, async (c) => {
      const opened = await openDraft(c, wizard);
      if (!opened) return withoutDraft(c, wizard);
      const service = await broughtService(c, readForm(c).text('service').trim());
      await saveDraft(c, wizard, opened, (draft) => ({ ...draft, service: service?.number ?? '' }));
      return c.redirect(pathOf(wizard, 'check'), 303);
    }),
  );
}
