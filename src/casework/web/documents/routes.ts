import { seeOther } from '../../../design/index.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { attachedFile, documentFile } from '../../actions/documents/document-file.ts';
import { openedCaseSubject } from '../../actions/documents/opened-subject.ts';
import { SUBJECT_DESKS } from '../../rules/documents/desks.ts';
import { casePage } from '../case-frame.tsx';
import { onCase } from '../opened.tsx';
import { documentPage } from './document-page.tsx';
import { editDraftPage, makeDraft, newDraftPage, saveDraftPage } from './draft-page.tsx';
import { mountLetters } from './letters.ts';
import { documentListPage } from './list-page.tsx';
import { onSubject } from './other-subjects.tsx';
import { type OnPlace, onDocumentOf } from './place.ts';
import { discard, giveBack, receipt, review, seal, send } from './steps.ts';

/** The documents of a file below its address. Reviews and plenaries mount theirs with a way to open their own file and frame. */
export function mountDocumentsOf(app: WebRoutes, base: string, onPlace: OnPlace): void {
  const list = `${base}/documents`;
  const one = `${list}/:document{[0-9a-f-]{36}}`;
  app.get(list, onPlace(documentListPage));
  app.get(`${list}/new`, onPlace(newDraftPage));
  app.post(`${list}/new`, onPlace(makeDraft));
  app.get(
    one,
    onDocumentOf(onPlace, (place) => documentPage(place)),
  );
  app.get(`${one}/edit`, onDocumentOf(onPlace, editDraftPage));
  app.post(`${one}/edit`, onDocumentOf(onPlace, saveDraftPage));
  for (const [name, step] of Object.entries({ review, return: giveBack, discard, seal, send })) {
    app.post(`${one}/${name}`, onDocumentOf(onPlace, step));
    // A refused step that is reloaded, or read in the other language.
    app.get(
      `${one}/${name}`,
      onDocumentOf(onPlace, ({ c, own }) => seeOther(c, own)),
    );
  }
  app.post(`${one}/receipt`, acceptFiles, onDocumentOf(onPlace, receipt));
  app.get(
    `${one}/receipt`,
    onDocumentOf(onPlace, ({ c, own }) => seeOther(c, own)),
  );
  app.get(
    `${one}/file`,
    onDocumentOf(onPlace, async ({ c, tools, actor, opened, document }) => {
      const file = await documentFile(tools, actor, opened.subject.id, document.id);
      return file ? answerFile(c, { ...file, size: file.bytes }) : c.notFound();
    }),
  );
  app.get(
    `${one}/files/:file{[0-9a-f-]{36}}`,
    onDocumentOf(onPlace, async ({ c, tools, actor, document }) => {
      const file = await attachedFile(tools, actor, document.id, c.req.param('file') ?? '');
      return file ? answerFile(c, { ...file, size: file.bytes, inline: file.isPicture }) : c.notFound();
    }),
  );
}

const onCaseDocuments: OnPlace = (answer) =>
  onCase(async (asked) => {
    const opened = await openedCaseSubject(asked.tools.db, asked.file);
    if (!opened.reach(asked.actor).sees) return asked.c.notFound();
    return answer({
      ...asked,
      opened,
      path: `${asked.path}/documents`,
      frame: (title, body, options) => casePage(asked, 'documents', title, body, { wide: true, ...options }),
    });
  });

/** `/desk/cases/:id/documents`, the same of plenaries and reviews, and `/desk/letters`. */
export function mountDocuments(app: WebRoutes): void {
  mountDocumentsOf(app, `${SUBJECT_DESKS.case}/:id`, onCaseDocuments);
  for (const kind of ['plenary', 'review'] as const) mountDocumentsOf(app, `${SUBJECT_DESKS[kind]}/:id`, onSubject(kind));
  mountLetters(app);
}
