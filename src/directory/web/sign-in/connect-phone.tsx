import { raw } from 'hono/html';
import { Details } from '../../../design/index.ts';
import type { Enrolment } from '../../../platform/sign-in/index.ts';
import type { SignInWords } from './words.id.ts';

/** How to put the key into an authenticator app: by camera, by hand, or by a link on the phone itself. */
export function ConnectPhone(props: { enrolment: Enrolment; words: SignInWords }) {
  const { enrolment, words } = props;
  return (
    <>
      <p>{words.phoneWhy}</p>
      <ol>
        <li>{words.phoneStep1}</li>
        <li>{words.phoneStep2}</li>
        <li>{words.phoneStep3}</li>
      </ol>
      <div role="img" aria-label={words.qrAlt}>
        {raw(enrolment.qrCode)}
      </div>
      <Details summary={words.cannotScan}>
        <p>{words.typeKey}</p>
        <p>
          <code translate="no">{enrolment.key}</code>
        </p>
      </Details>
      <p>
        <a href={enrolment.address}>{words.openOnPhone}</a>
      </p>
    </>
  );
}
