/** The pages about agreements that an officer may open, as the desk links to them. */
import { can, type Officer } from '../../../kernel/actor.ts';
import { leadingPositions } from '../../rules/public/leading.ts';
import { AGREEMENTS } from '../opened.tsx';

export type Door =
  | 'all'
  | 'sign'
  | 'lines'
  | 'table'
  | 'coverage'
  | 'programmes'
  | 'csv'
  | 'rad'
  | 'reviews'
  | 'ceremony'
  | 'leader';

export function doorsOf(actor: Officer, keepsProgrammes: boolean): readonly { readonly href: string; readonly name: Door }[] {
  const prepares = can(actor, 'agreement.prepare');
  const door = (name: Door, href: string, isOpen: boolean) => (isOpen ? [{ name, href }] : []);
  return [
    ...door('all', `${AGREEMENTS}/all`, true),
    ...door('sign', `${AGREEMENTS}/signing`, can(actor, 'agreement.sign')),
    ...door('ceremony', `${AGREEMENTS}/ceremonies`, prepares),
    ...door('lines', `${AGREEMENTS}/lines`, can(actor, 'agreement.progress') || can(actor, 'agreement.confirm') || prepares),
    ...door('reviews', `${AGREEMENTS}/reviews`, true),
    ...door('rad', `${AGREEMENTS}/rad`, true),
    ...door('leader', '/desk/leader', leadingPositions(actor).length > 0),
    ...door('coverage', '/agreements/coverage', true),
    ...door('table', `${AGREEMENTS}/table`, prepares),
    ...door('csv', `${AGREEMENTS}/all.csv`, true),
    ...door('programmes', `${AGREEMENTS}/programmes`, keepsProgrammes),
  ];
}
