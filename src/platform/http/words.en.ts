import type { id } from './words.id.ts';

export const en: typeof id = {
  malformed: 'What was sent cannot be read, because its format is broken. Go back to the page before and send it again.',
  tooLarge: 'What was sent is too large. Send fewer or smaller files.',
  unsupportedType: 'We do not accept this kind of submission. Please use the forms of this site.',
  forged:
    'We cannot be sure that this was sent from a page you had opened. Make sure that cookies are allowed, go back to the page before, reload it, and send it again.',
  stillRunning: 'What you sent first is still being worked on. Wait a moment and reload this page. Nothing is recorded twice.',
  tooOften: 'Too many tries in a short time. Wait a while and try again.',
  outboxTitle: 'Example outbox',
  outboxLead: 'This example installation sends no mail. What it would have sent can be read here.',
  outboxEmpty: 'No mail yet.',
  outboxTo: 'To',
  outboxSentAt: 'Time',
  outboxOlder: 'Older mail',
};
