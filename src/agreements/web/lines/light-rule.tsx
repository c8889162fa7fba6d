/** How the light is decided, with the numbers as they are today: shown wherever the light is. */
import { Details } from '../../../design/index.ts';
import type { LightRule } from '../../rules/light.ts';
import type { LineWords } from './words.ts';

export function LightRuleText({ rule, words }: { readonly rule: LightRule; readonly words: LineWords }) {
  const w = words.rule;
  return (
    <Details summary={words.plan.rule}>
      <ul class="govuk-list govuk-list--bullet">
        <li>{w.green(rule.green)}</li>
        <li>{w.yellow(rule.green, rule.yellow, rule.staleDays)}</li>
        <li>{w.red(rule.yellow)}</li>
        <li>{w.none}</li>
      </ul>
      <p>{w.due}</p>
      <p>
        {w.basis} <a href="/law">{w.seeLaw}</a>
      </p>
    </Details>
  );
}
