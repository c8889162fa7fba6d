import type { WebRoutes } from '../../../platform/http/env.ts';
import { agencyRaw, allCsv, raporFile, roundRaw, yearCsv, yearJson } from './downloads.ts';
import { historyPage } from './history-page.tsx';
import { raporPage } from './rapor-page.tsx';
import { roundPage } from './round-page.tsx';
import { mountScoring } from './scoring-page.tsx';
import { startPage, yearPage } from './year-page.tsx';

/** Published results: open to everyone below /assessments. Fixed words come before the codes of rounds. */
export function mountResults(app: WebRoutes): void {
  mountScoring(app);
  app.get('/assessments', startPage);
  app.get('/assessments/results.csv', allCsv);
  app.get('/assessments/years/:file{[0-9]{4}\\.csv}', yearCsv);
  app.get('/assessments/years/:file{[0-9]{4}\\.json}', yearJson);
  app.get('/assessments/years/:year{[0-9]{4}}', yearPage);
  app.get('/assessments/agencies/:code', historyPage);
  app.get('/assessments/:round', roundPage);
  app.get('/assessments/:round/raw.ndjson', roundRaw);
  app.get('/assessments/:round/raw.ndjson.gz', roundRaw);
  app.get('/assessments/:round/:file{[^/]+\\.(pdf|json)}', raporFile);
  app.get('/assessments/:round/:agency/raw.json', agencyRaw);
  app.get('/assessments/:round/:agency', raporPage);
}
