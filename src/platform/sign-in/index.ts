/** The front door of sign-in: accounts, second factors and sessions of people who work with Tuntas. */

export { acceptInvitation, chooseInvitedPassword, type OpenInvitation, readInvitation } from './accounts/accept-invitation.ts';
export { type AccountState, accountStates } from './accounts/account-states.ts';
export { accountAddress, closeAccount, createAccount, type NewAccount } from './accounts/accounts.ts';
export {
  createExampleAccount,
  type ExampleAccount,
  exampleAccounts,
  type NewExampleAccount,
} from './accounts/example-accounts.ts';
export { invitationLink, inviteAccount, inviteeAddress, type NewInvitation } from './accounts/invitations.ts';
export type { AccountChange } from './accounts/tell-of-change.ts';
export { normaliseEmail } from './email.ts';
export { challengedPerson, type Entered, giveCode } from './entry/give-code.ts';
export { givePassword } from './entry/give-password.ts';
export { signInErrands, signInRecurring } from './errands.ts';
export { type KeptForm, keptForm, sendToSignIn } from './kept-forms.ts';
export { CHALLENGE_MINUTES } from './limits.ts';
export { signInAddresses, signInOwnLinks, signInTemplates } from './mails.ts';
export { changePassword } from './password/change-password.ts';
export { isOpenReset, passwordResetLink, requestPasswordReset, resetPassword } from './password/reset-password.ts';
export { PASSWORD_FEWEST_CHARACTERS } from './password/strength.ts';
export { type Refused, type SignInRefusal, signInRefusals } from './refusals.ts';
export { backupCodesLeft, backupCodesToShow, confirmBackupCodesKept } from './second-factor/backup-codes.ts';
export type { Enrolment } from './second-factor/enrolment.ts';
export { confirmNewPhone, newPhoneEnrolment, startNewPhone } from './second-factor/new-phone.ts';
export { renewBackupCodes } from './second-factor/renew-backup-codes.ts';
export {
  browserOf,
  confirmTotp,
  currentSession,
  dropChallenge,
  enter,
  leave,
  readChallenge,
  rememberBrowser,
  signedInPersonId,
  writeChallenge,
} from './sessions/current-session.ts';
export { endAllSessions, endSession, type ListedSession, openSession, type Session, sessionsOf } from './sessions/sessions.ts';
export { type SignInRecord, signInRecord } from './sessions/sign-in-days.ts';
