import type { WebRoutes } from '../../../platform/http/env.ts';
import { editSection, saveSectionPage } from './edit-page.tsx';
import { sectionHistoryPage } from './history-page.tsx';
import type { OnSection } from './section-desk.ts';

/** @param address of one section, with its parameters; @param onSection opens it for whoever may see its subject */
export function mountSections(app: WebRoutes, address: string, onSection: OnSection): void {
  app.get(address, onSection(editSection));
  app.post(address, onSection(saveSectionPage));
  app.get(`${address}/history`, onSection(sectionHistoryPage));
}
