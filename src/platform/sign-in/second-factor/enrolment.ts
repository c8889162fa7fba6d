import type { Tools } from '../../tools.ts';
import { qrCode, spacedSecret, totpAddress } from './totp.ts';

/** What a person puts into an authenticator app: the QR code to scan, or the key to type. */
export interface Enrolment {
  /** An `<svg>` element. */
  readonly qrCode: string;
  /** Base32 in groups of four. */
  readonly key: string;
  /** `otpauth://...`, a link that opens the app on a phone. */
  readonly address: string;
}

/** The app shows the installation's host beside the product's name, so that a training installation is told apart. */
export async function enrolmentOf(tools: Tools, secret: string, email: string): Promise<Enrolment> {
  const address = totpAddress(secret, email, `Tuntas ${new URL(tools.settings.baseUrl).hostname}`);
  return { qrCode: await qrCode(address), key: spacedSecret(secret), address };
}
