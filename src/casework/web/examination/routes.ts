import { officersOnly } from '../../../directory/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountAllegationForms } from './allegation-forms.tsx';
import { allegationPage, allegationsPage } from './allegation-pages.tsx';
import { mountCaseSections } from './case-sections.ts';
import { mountEvidenceForms } from './evidence-forms.tsx';
import { checkPage, evidenceFile, itemPage, registerPage, takeOffered } from './evidence-pages.tsx';
import { mountMoves } from './move-form.tsx';
import { addNote, notesPage } from './notes-page.tsx';
import { onInside } from './on-inside.ts';
import { examinationPage, finishPage } from './plan-page.tsx';
import { mountRespondentForms, respondentsPage } from './respondent-pages.tsx';
import { mountStepForms } from './step-form.tsx';
import { makeDocument, stepPage } from './step-page.tsx';
import { addTaskPage, mountTaskForm, myTasksPage, tasksPage } from './task-pages.tsx';

/** Everything of an examination below `/desk/cases/:id`, and the officer's tasks over all cases. Fixed addresses come before those with an id. */
export function mountCaseExamination(app: WebRoutes): void {
  const one = '/desk/cases/:id';
  app.get('/desk/case-tasks', officersOnly(myTasksPage));
  app.get(`${one}/examination`, onInside(examinationPage));
  app.post(`${one}/examination/finish`, onInside(finishPage));
  mountStepForms(app);
  mountMoves(app);
  app.get(`${one}/examination/steps/:step`, onInside(stepPage));
  app.post(`${one}/examination/steps/:step/letter`, onInside(makeDocument('letter')));
  app.post(`${one}/examination/steps/:step/minutes`, onInside(makeDocument('minutes')));
  mountCaseSections(app);
  app.get(`${one}/evidence`, onInside(registerPage));
  mountEvidenceForms(app);
  app.post(`${one}/evidence/offered/:file`, onInside(takeOffered));
  app.get(`${one}/evidence/:item`, onInside(itemPage));
  app.post(`${one}/evidence/:item/check`, onInside(checkPage));
  for (const what of ['file', 'picture', 'thumbnail'] as const)
    app.get(`${one}/evidence/:item/${what}`, onInside(evidenceFile(what)));
  app.get(`${one}/allegations`, onInside(allegationsPage));
  mountAllegationForms(app);
  app.get(`${one}/allegations/:allegation`, onInside(allegationPage));
  app.get(`${one}/respondents`, onInside(respondentsPage));
  mountRespondentForms(app);
  app.get(`${one}/tasks`, onInside(tasksPage));
  app.post(`${one}/tasks`, onInside(addTaskPage));
  mountTaskForm(app);
  app.get(`${one}/notes`, onInside(notesPage));
  app.post(`${one}/notes`, onInside(addNote));
}
