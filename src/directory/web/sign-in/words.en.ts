import type { SignInWords } from './words.id.ts';

export const en: SignInWords = {
  signInTitle: 'Sign in',
  signInLead: 'This page is for officers. To file or follow a complaint you do not need to sign in.',
  email: 'E-mail address',
  password: 'Password',
  next: 'Continue',
  forgotten: 'Forgotten your password?',
  noAccount: 'No account yet?',
  noAccountText: 'Accounts are made by invitation from your agency’s coordinator or the system administrator.',
  emailMissing: 'Enter your e-mail address.',
  passwordMissing: 'Enter your password.',
  codeMissing: 'Enter the six-digit code from your authenticator app.',
  wait: (minutes) => `Too many attempts. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`,
  waitSeconds: (seconds) => `Too many attempts. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, then try again.`,

  codeTitle: 'Enter the code from your phone',
  codeLabel: 'Six-digit code',
  codeHint: 'Open the authenticator app on your phone and copy the code for Tuntas. The code changes every 30 seconds.',
  codeButton: 'Sign in',
  noPhone: 'Phone not at hand?',
  noPhoneText:
    'Enter one of your backup codes in the same field. If the backup codes are lost as well, ask whoever invited you for a new invitation.',
  startOver: 'Not you? Start again',
  backupCodeUsed: (left) =>
    `You signed in with a backup code. ${left} ${left === 1 ? 'is' : 'are'} left. Set up a new phone or make new backup codes on the page Account.`,
  signedOut: 'You have signed out.',
  pleaseSignIn: 'Please sign in first.',

  examplesTitle: 'Example accounts',
  examplesLead:
    'This installation holds examples. Everyone below is invented; anybody at this computer may use their accounts. Codes change every 30 seconds: reload this page for the newest.',
  exampleWho: 'Who',
  exampleCode: 'Code now',
  exampleCodeSoon: 'Reload in a moment',
  exampleCodeHere: (code) => `Example account: the code that is good now is ${code}.`,

  invitationTitle: 'Make your account',
  invitationLead: (email) =>
    `You are invited to use Tuntas with the address ${email}. There are three steps: password, phone, backup codes.`,
  linkOverTitle: 'This link is no longer valid',
  invitationOverText: 'Ask whoever invited you for a new invitation. If your account is made already, simply sign in.',
  resetOverText: 'Ask for a new link. Only the newest unused link is good, for one hour.',
  choosePassword: 'Choose a password',
  newPassword: 'New password',
  passwordHint: (characters) =>
    `At least ${characters} characters. Three or four unrelated words, such as things around you, are easy to remember and hard to guess. Capitals, digits and punctuation are not required.`,
  phoneTitle: 'Connect your phone',
  phoneWhy:
    'A password alone does not protect the complainants’ data well enough. Each time you sign in you also enter a code from your phone.',
  phoneStep1:
    'Install an authenticator app on your phone, such as Aegis, FreeOTP, Google Authenticator or Microsoft Authenticator.',
  phoneStep2: 'In the app choose "add account" and scan this picture.',
  phoneStep3: 'Type the six-digit code that appears.',
  qrAlt: 'QR code for the authenticator app. The same key is written below.',
  cannotScan: 'Cannot scan it?',
  typeKey: 'In the app choose "enter a key" and type this key. Its kind is: time-based.',
  openOnPhone: 'Reading this on the same phone? Add it to the authenticator app directly',
  confirmPhone: 'Connect',
  emailTaken: 'Another account has this e-mail address. Talk to whoever invited you.',

  backupTitle: 'Keep your backup codes',
  backupLead:
    'With one of these codes you can sign in when your phone is not there. Each is good once. Print or copy them now and keep them apart from your computer. They will not be shown again.',
  backupList: 'Backup codes',
  backupKept: 'I have kept them',
  backupKeptFlash: 'You have kept your backup codes.',
  backupNewTitle: 'Make new backup codes',
  backupLeft: (left) =>
    left === 0 ? 'No backup codes are left.' : `${left} backup ${left === 1 ? 'code is' : 'codes are'} left.`,
  backupNewText: 'As soon as new codes are made, all old ones are worthless.',
  backupNewButton: 'Make new codes',
  codeNow: 'Code from your phone',

  resetTitle: 'Reset your password',
  resetLead:
    'Enter the e-mail address of your account. We send a link for choosing a new password. Have your phone ready: the code is still asked for.',
  resetButton: 'Send the link',
  resetSentTitle: 'Check your mail',
  resetSentText:
    'If the address belongs to an account, a link is on its way there. It is good for one hour. Look into the spam folder, too. For safety’s sake we do not say whether an address is registered.',
  resetAgain: 'Nothing arrived? Try again',
  resetPasswordTitle: 'Choose a new password',
  resetCode: 'Code from your phone, or a backup code',
  resetPasswordButton: 'Save the new password',
  resetDone: 'The new password is saved and all devices are signed out. Please sign in.',

  accountTitle: 'My account',
  accountName: 'Name',
  accountPassword: 'Password',
  accountPhone: 'Phone (sign-in code)',
  accountPhoneOn: 'Connected',
  accountBackup: 'Backup codes',
  secret: 'Kept, not shown',
  change: 'Change',
  sessionsTitle: 'Devices that are signed in',
  sessionsLead: 'If you do not recognise a device, sign out everywhere and change your password.',
  device: 'Device',
  deviceUnknown: 'Unknown device',
  lastUsed: 'Last used',
  startedAt: 'Signed in since',
  action: 'Action',
  thisDevice: 'This device',
  signOutDevice: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  signedOutDevice: 'That device has been signed out.',
  signedOutEverywhere: 'You have been signed out everywhere.',

  changePasswordTitle: 'Change your password',
  changePasswordLead: 'All other devices are signed out when it is changed.',
  currentPassword: 'Current password',
  currentPasswordMissing: 'Enter your current password.',
  newPasswordMissing: 'Enter a new password.',
  changePasswordButton: 'Change password',
  passwordChanged: 'Your password is changed. Other devices have been signed out.',

  newPhoneTitle: 'Change your phone',
  newPhoneLead:
    'To begin, enter a code from the old phone or one of your backup codes. The old phone keeps working until the new one is connected.',
  newPhoneCode: 'Code from the old phone, or a backup code',
  newPhoneConnectTitle: 'Connect the new phone',
  newPhoneDone: 'The new phone is connected. From now on only its codes count, and other devices have been signed out.',
};
