import { randomBytes } from 'node:crypto';
import { filedWith } from '../../src/complaints/actions/file-complaint.ts';
import { filingSecret, keepDraft } from '../../src/complaints/actions/keep-draft.ts';
import { type Draft, stepsOf } from '../../src/complaints/rules/draft.ts';
import { CITIZEN } from '../../src/complaints/web/filing/wizard.ts';
import type { Call, Caller } from '../load/client.ts';
import { makeFiling, someAddress } from '../load/filings.ts';
import { type Intake, NotFiled } from './intake.ts';

const PAGE = `${CITIZEN.base}/check`;
/** How many drafts are made ready at once. */
const AT_ONCE = 8;

/**
 * The last POST of the citizen's questions. What comes before it - the draft with all its answers, and the page with everything
 * once more, from which visit and hidden fields are taken - is made ready beforehand.
 */
export const formIntake: Intake = {
  name: 'form',

  async prepare(call, inProcess, most) {
    const ready: { readonly secret: string; readonly call: Call }[] = [];
    const oneAfterTheOther = async () => {
      while (ready.length < most) {
        const secret = randomBytes(32).toString('base64url');
        await keepDraft(inProcess.tools, secret, fillIn);
        ready.push({ secret, call: await lastPost(call, secret) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, oneAfterTheOther));
    return async () => {
      const next = ready.pop();
      if (!next) return undefined;
      const { status, body, headers } = await call(next.call);
      if (status !== 303 || headers.location !== `${CITIZEN.base}/receipt`) throw new NotFiled(status, body);
      return next.secret;
    };
  },

  async acknowledged(secrets, { tools }) {
    const acknowledged = [];
    for (const secret of secrets) {
      const filed = await filedWith(tools, filingSecret(tools, secret));
      acknowledged.push(filed ?? { trackingNumber: `nothing was filed under a draft that was acknowledged`, receiptCode: '' });
    }
    return acknowledged;
  },
};

function fillIn(empty: Draft): Draft {
  const filing = makeFiling(undefined);
  const [year = '', month = '', day = ''] = (filing.occurredOn ?? '').split('-');
  return {
    ...empty,
    ...{ class: filing.class, title: filing.title, description: filing.description },
    ...{ region: filing.region ?? '', agency: filing.agency ?? '', place: filing.place ?? '', year, month, day },
    ...{ lat: String(filing.location?.lat), lng: String(filing.location?.lng) },
    ...{ anonymous: filing.anonymous ? 'yes' : 'no', confidential: 'no', name: 'Pelapor Contoh', phone: '0812-0000-0000' },
    answered: [...stepsOf({ class: filing.class }, 'citizen')],
  };
}

/** Opens the page as a browser that has never been here but for its draft, and makes what its button would send. */
async function lastPost(call: Caller, secret: string): Promise<Call> {
  const from = { 'X-Forwarded-For': someAddress() };
  const draft = `${CITIZEN.draftCookie}=${secret}`;
  const page = await call({ method: 'GET', path: PAGE, headers: { ...from, Cookie: draft } });
  const form = /<form[^>]*method="post"[\s\S]*?<\/form>/i.exec(page.body)?.[0];
  if (page.status !== 200 || form === undefined) throw new NotFiled(page.status, page.body);
  const fields = new URLSearchParams();
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    fields.append(attribute(input, 'name'), attribute(input, 'value'));
  }
  const cookies = [page.headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';', 1)[0]);
  return {
    method: 'POST',
    path: PAGE,
    headers: {
      ...from,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: [draft, ...cookies].join('; '),
    },
    body: fields.toString(),
  };
}

/** Of hidden fields of ours, whose values are base64url and need no unescaping. */
function attribute(input: string, name: string): string {
  return new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? '';
}
