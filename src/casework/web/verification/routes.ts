import { seeOther } from '../../../design/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountAsk } from './ask-page.tsx';
import { mountChecks } from './checks-page.tsx';
import { mountConflict } from './conflict-page.tsx';
import { onCaseInside } from './inside.ts';
import { mountPlenaryItem } from './item-page.tsx';
import { mountPaper } from './paper-page.tsx';
import { mountPlenaries } from './plenaries-page.tsx';
import { ONE_PLENARY, onPlenaryPage } from './plenary-frame.tsx';
import { mountPlenary } from './plenary-page.tsx';
import { mountSubmit } from './submit-page.tsx';
import { mountTeam } from './team-page.tsx';
import { mountTransfer } from './transfer-page.tsx';
import { mountTransfers } from './transfers-page.tsx';

/** Requirements, ask-back, plenary, team, transfer and conflicts of interest. Fixed addresses come before those with an id. */
export function mountCaseVerification(app: WebRoutes): void {
  mountAsk(app);
  mountPaper(app);
  mountSubmit(app);
  mountChecks(app);
  mountPlenaries(app);
  mountPlenary(app);
  mountPlenaryItem(app);
  mountTeam(app);
  mountTransfer(app);
  mountConflict(app);
  mountTransfers(app);
  reloads(app);
}

/** A step that was refused and is reloaded, or read in the other language, leads back to its page. */
function reloads(app: WebRoutes): void {
  for (const step of ['checks/pass', 'checks/revive', 'transfer/withdraw', 'conflict/lift']) {
    const [part] = step.split('/');
    app.get(
      `/desk/cases/:id/${step}`,
      onCaseInside(({ c, path }) => seeOther(c, `${path}/${part}`)),
    );
  }
  for (const step of ['open', 'attendance', 'agenda', 'agenda/remove', 'agenda/up', 'close', 'minutes', 'end', 'cancel']) {
    app.get(
      `${ONE_PLENARY}/${step}`,
      onPlenaryPage(({ c, path }) => seeOther(c, path)),
    );
  }
}
