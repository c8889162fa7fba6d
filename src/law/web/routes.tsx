import { Hono } from 'hono';
import { acceptFiles } from '../../platform/http/accept-files.ts';
import type { WebEnv } from '../../platform/http/env.ts';
import { changesPage } from './changes-page.tsx';
import { examplesPage } from './examples-page.tsx';
import { holidaysPage } from './holidays-page.tsx';
import { checkImport, confirmImport, importForm } from './import-page.tsx';
import { parametersPage } from './parameters-page.tsx';
import { regulationsPage } from './regulations-page.tsx';
import { parameterForm, saveParameter } from './set-parameter-page.tsx';

/** All pages of the law, public below `/law`, for `law.manage` below `/admin/law`: `app.route('/', lawRoutes)`. */
export const lawRoutes: Hono<WebEnv> = new Hono<WebEnv>()
  .get('/law', parametersPage)
  .get('/law/holidays', holidaysPage)
  .get('/law/regulations', regulationsPage)
  .get('/law/examples', examplesPage)
  .get('/law/changes', changesPage)
  .get('/admin/law', (c) => c.redirect('/admin/law/parameters'))
  .get('/admin/law/holidays', importForm)
  // A reload of the comparison asks for its address: back to the form.
  .get('/admin/law/holidays/check', (c) => c.redirect('/admin/law/holidays'))
  .post('/admin/law/holidays/check', acceptFiles, checkImport)
  .post('/admin/law/holidays', confirmImport)
  .get('/admin/law/parameters', parameterForm)
  .post('/admin/law/parameters', saveParameter);
