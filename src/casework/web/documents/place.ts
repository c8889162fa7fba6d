/** Where documents stand on pages: below a case, a review or a plenary. Each area opens its own file and lends its frame. */
import type { Child } from 'hono/jsx';
import type { FieldErrors } from '../../../design/index.ts';
import type { OfficerAsked } from '../../../directory/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { OpenedSubject } from '../../actions/documents/opened-subject.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { loadDocument } from '../../store/documents/documents.ts';
import { type DocumentWords, wordsIn } from './words.ts';

export interface DocumentsPlace extends OfficerAsked {
  readonly opened: OpenedSubject;
  /** `/desk/cases/:id/documents` */
  readonly path: string;
  frame(
    title: string,
    body: Child,
    options?: { readonly errors?: FieldErrors; readonly status?: 403 | 409 | 422 | undefined },
  ): Promise<Response>;
}

export type PlaceAnswer = (place: DocumentsPlace) => Response | Promise<Response>;

/** Opens the file of an address for an officer who sees it inside, or answers as if there were none. */
export type OnPlace = (answer: PlaceAnswer) => (c: WebContext) => Promise<Response>;

export interface DocumentPlace extends DocumentsPlace {
  readonly document: CaseDocument;
  readonly words: DocumentWords;
  /** `/desk/cases/:id/documents/:document` */
  readonly own: string;
}

/** A document of this file; one of another answers like one that does not exist. */
export function onDocumentOf(onPlace: OnPlace, answer: (place: DocumentPlace) => Response | Promise<Response>) {
  return onPlace(async (place) => {
    const { c, tools, opened, path, language } = place;
    const document = await loadDocument(tools.db, c.req.param('document') ?? '');
    const isOfHere =
      document?.subject.id === opened.subject.id && !(document.direction === 'in' && document.state !== 'received');
    if (!document || !isOfHere) return c.notFound();
    return answer({ ...place, document, words: wordsIn(language), own: `${path}/${document.id}` });
  });
}
