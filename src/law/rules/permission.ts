import { type Actor, can } from '../../kernel/actor.ts';

/** Who may change rules and holidays: holders of `law.manage`, and the command line of whoever runs the machine. */
export function mayManageLaw(actor: Actor): boolean {
  return actor.kind === 'system' || can(actor, 'law.manage');
}
