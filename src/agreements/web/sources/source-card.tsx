/** On the pages of improvement items and obligations: the line each became, or the way into a plan in one step. Fills their slots in main.ts. */
import type { Child } from 'hono/jsx';
import type { ItemSlot } from '../../../assessments/index.ts';
import type { ObligationSlot } from '../../../casework/index.ts';
import { Button, Card, Form, Hidden, Select, Tag } from '../../../design/index.ts';
import { agencyById, type OfficerAsked } from '../../../directory/index.ts';
import { can } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { SourceAsked } from '../../actions/sources/find-source.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { lightOf, litDay } from '../../rules/light.ts';
import { LINE_STATE_LABELS } from '../../rules/line.transitions.ts';
import type { Line } from '../../rules/line.ts';
import { lightRuleOn } from '../../rules/numbers.ts';
import { isInside, maySee } from '../../rules/visibility.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { plansFor } from '../../store/sources/plans.ts';
import { linesFromSource } from '../../store/sources/taken.ts';
import { LightTag } from '../lines/light-tag.tsx';
import { AGREEMENTS, agreementPath, publicPath } from '../opened.tsx';
import { type SourcesWords, wordsIn } from './words.ts';

export const FROM = `${AGREEMENTS}/lines/from`;

export const agreementsOnItem: ItemSlot = {
  card: (asked, item) =>
    sourceCard(
      asked,
      { itemId: item.id },
      {
        ...{ ownerAgencyId: item.ownerAgencyId, none: wordsIn(asked.language).card.none },
        isOpen: item.state !== 'confirmed' && item.state !== 'dropped',
      },
    ),
};

export const agreementsOnObligation: ObligationSlot = {
  card: (opened) => {
    const { obligation, language } = opened;
    const ownerAgencyId = obligation.handlerAgencyId ?? obligation.agencyId;
    const about = { ownerAgencyId, none: wordsIn(language).card.noneOwed, isOpen: obligation.judgedAt === null };
    return sourceCard(opened, { obligationId: obligation.id }, about);
  },
};

interface About {
  readonly ownerAgencyId: string;
  readonly none: string;
  /** What is settled is offered no plan. */
  readonly isOpen: boolean;
}

async function sourceCard(asked: OfficerAsked, source: SourceAsked, about: About): Promise<Child> {
  const { tools, language } = asked;
  const words = wordsIn(language).card;
  const lines = await linesFromSource(tools.db, source);
  const shown = await Promise.all(lines.map((line) => lineItem(asked, line, words)));
  const isTaken = lines.some(({ state }) => state !== 'dropped');
  return (
    <Card title={words.title}>
      {shown.some(Boolean) && (
        <>
          <p>{words.became}</p>
          <ul class="govuk-list govuk-list--bullet">{shown}</ul>
        </>
      )}
      {isTaken && !shown.some(Boolean) && <p>{words.elsewhere}</p>}
      {!isTaken && (about.isOpen ? await wayIn(asked, source, about, words) : <p>{about.none}</p>)}
    </Card>
  );
}

/** One line with its state and light, where this actor may read it. */
async function lineItem({ tools, actor, language, now }: OfficerAsked, line: Line, words: SourcesWords['card']): Promise<Child> {
  const agreement = await loadAgreement(tools.db, line.agreementId);
  if (!agreement || !maySee(actor, agreement)) return null;
  const today = dayOf(now, agreement.zone);
  const lit = lightOf(line, litDay(agreement, today), lightRuleOn(await lawBook(tools), today));
  const href = isInside(actor, agreement) ? `${agreementPath(agreement)}/lines/${line.ordinal}` : publicPath(agreement);
  return (
    <li>
      <a href={href}>{words.line(line.ordinal, agreement.code)}</a>: {line.activity}{' '}
      <Tag tone="neutral">{LINE_STATE_LABELS[line.state][language]}</Tag>{' '}
      {line.state !== 'dropped' && <LightTag lit={lit} language={language} />}
    </li>
  );
}

async function wayIn(asked: OfficerAsked, source: SourceAsked, about: About, words: SourcesWords['card']): Promise<Child> {
  const { tools, actor, language, now } = asked;
  if (!can(actor, 'agreement.prepare')) return <p>{about.none}</p>;
  const owner = await agencyById(tools.db, about.ownerAgencyId);
  const plans = await plansFor(tools.db, actor, owner?.path ?? [], dayOf(now, 'Asia/Jakarta'));
  if (plans.length === 0)
    return (
      <p>
        {about.none} {words.noPlan} <a href={`${AGREEMENTS}/new`}>{words.newPlan}</a>
      </p>
    );
  const [name, id] = 'itemId' in source ? (['item', source.itemId] as const) : (['obligation', source.obligationId] as const);
  return (
    <>
      <p>
        {about.none} {words.lead}
      </p>
      {'obligationId' in source && <p>{words.unpublished}</p>}
      <Form action={FROM}>
        <Hidden name={name} value={id} />
        <Select name="agreement" label={words.plan} options={planOptions(plans, language)} value={plans[0]?.code ?? ''} />
        <Button>{words.take}</Button>
      </Form>
      <p>
        <a href={`${FROM}?${name}=${id}`}>{words.adjust}</a>
      </p>
    </>
  );
}

export function planOptions(plans: readonly Agreement[], language: Language): { value: string; label: string }[] {
  const { draft } = wordsIn(language).card;
  return plans.map((plan) => ({
    value: plan.code,
    label: `${plan.code}: ${plan.title}${plan.state === 'signed' ? '' : ` (${draft})`}`,
  }));
}
