/** Told where lines or facts of an adopted plan would be changed: they change by a new edition, and here is where one begins. */
import { InsetText } from '../../../design/index.ts';
import { isHeldByEdition } from '../../rules/permissions.ts';
import { agreementPath, type OpenedAgreement } from '../opened.tsx';
import { wordsIn } from './words.ts';

export function HeldByEdition({ opened }: { readonly opened: OpenedAgreement }) {
  const { actor, agreement, language } = opened;
  if (!isHeldByEdition(actor, agreement)) return null;
  const { held, toBegin } = wordsIn(language).edition;
  return (
    <InsetText>
      {held} <a href={`${agreementPath(agreement)}/rad#edition`}>{toBegin}</a>
    </InsetText>
  );
}
