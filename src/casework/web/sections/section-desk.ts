/** What the pages of a section need of whoever owns the document: a plan, an LHP, a review lend their frame and their saving. */
import type { Child } from 'hono/jsx';
import type { FieldErrors } from '../../../design/index.ts';
import type { OfficerAsked } from '../../../directory/index.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Zone } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { SavedSection, SectionOrder } from '../../actions/sections/save-section.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import type { SectionPlace, SectionSubject } from '../../rules/sections/section.ts';

export interface SectionDesk extends OfficerAsked {
  readonly subject: SectionSubject;
  readonly place: SectionPlace;
  /** What the section is called. */
  readonly title: string;
  readonly hint?: string | undefined;
  readonly zone: Zone;
  /** The address of the section itself; its history lies below it. */
  readonly own: string;
  /** Where one goes once it is saved. */
  readonly back: string;
  readonly mayWrite: boolean;
  save(order: SectionOrder): Promise<Result<SavedSection, CaseRefusal>>;
  frame(
    title: string,
    body: Child,
    options?: { readonly errors?: FieldErrors; readonly status?: 403 | 409 | 422 | undefined },
  ): Promise<Response>;
}

/** Opens the section of an address for an officer who sees its subject, or answers as if there were none. */
export type OnSection = (
  answer: (desk: SectionDesk) => Response | Promise<Response>,
) => (c: WebContext) => Response | Promise<Response>;
