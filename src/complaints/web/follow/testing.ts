/** The assembled application with the example people, complaints filed by the real action, and a browser that follows them. */

import { loadExamplePeople } from '../../../directory/index.ts';
import { assembleWeb } from '../../../main.ts';
import { makePost } from '../../../messages/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Settings } from '../../../platform/settings.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { Visitor } from '../../../platform/testing/visitor.ts';
import { type Filed, type FilingOrder, fileComplaint } from '../../actions/file-complaint.ts';

export interface FollowTest {
  readonly t: TestDatabase;
  readonly app: WebRoutes;
  file(change?: Partial<FilingOrder>): Promise<Filed>;
  /** A browser that has opened the complaint with its code. */
  follow(filed: Filed): Promise<Visitor>;
}

export async function followTest(settings: Partial<Settings> = {}): Promise<FollowTest> {
  let t: TestDatabase | undefined;
  const clock = { now: () => (t as TestDatabase).tools.clock.now() };
  const random = {
    id: () => (t as TestDatabase).tools.random.id(),
    bytes: (count: number) => (t as TestDatabase).tools.random.bytes(count),
  };
  t = await testDatabase({ post: makePost({ clock, random }), settings: { rateLimitFactor: 1000, ...settings } });
  const made = t;
  await loadExamplePeople(made.tools);
  const app = await assembleWeb(made.tools, { pool: made.pool });
  let secrets = 0;
  return {
    t: made,
    app,
    async file(change = {}) {
      secrets += 1;
      const filed = await fileComplaint(made.tools, { kind: 'visitor' }, { ...ORDER, ...change }, `secret of client ${secrets}`);
      if (!filed.ok) throw new Error(filed.refusal);
      return filed.value;
    },
    async follow(filed) {
      const visitor = new Visitor(app);
      const answer = await visitor.submit('/follow', { number: filed.trackingNumber, code: filed.receiptCode });
      if (answer.status !== 303) throw new Error(`not let in: ${answer.status}`);
      return visitor;
    },
  };
}

export const ORDER: FilingOrder = {
  class: 'complaint',
  channel: 'web',
  title: 'Antrean puskesmas berjam-jam',
  description: 'Saya menunggu empat jam di puskesmas dan tetap tidak dilayani.',
  regionCode: '51.05',
  categoryCode: null,
  occurredOn: null,
  place: null,
  location: null,
  agencyId: null,
  anonymous: false,
  confidential: false,
  contact: undefined,
  continuesId: null,
  files: [],
};

/** A page without what differs at every answer: form tokens and the number that was asked for. */
export function alike(html: string, number = ''): string {
  const dashed = number.replace(/^(...)(...)(....)$/, '$1-$2-$3');
  return html
    .replace(/name="(_csrf|_once)" value="[^"]*"/g, 'name="$1"')
    .replaceAll(number || '\0', 'NUMBER')
    .replaceAll(dashed || '\0', 'NUMBER');
}

export function headersOf(response: Response): string[] {
  return [...response.headers]
    .filter(([name]) => !['x-request-id', 'set-cookie', 'date'].includes(name))
    .map((pair) => pair.join(': '))
    .sort();
}
