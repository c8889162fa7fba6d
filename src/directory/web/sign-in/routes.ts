import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountAccount } from './account.tsx';
import { mountBackupCodes } from './backup-codes.tsx';
import { mountCredentials } from './credentials.tsx';
import { mountEntry } from './entry.tsx';
import { mountInvitation } from './invitation.tsx';
import { mountKeptForm } from './kept-form.tsx';
import { mountReset } from './reset.tsx';

/** All pages with which people sign in and keep their accounts: `/sign-in`, `/sign-out`, `/account` and what is below them. */
export function mountSignIn(app: WebRoutes): void {
  mountEntry(app);
  mountInvitation(app);
  mountReset(app);
  mountAccount(app);
  mountCredentials(app);
  mountBackupCodes(app);
  mountKeptForm(app);
}
