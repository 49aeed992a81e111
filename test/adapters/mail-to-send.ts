import type { OutgoingMail } from '../../src/pipeline/ports/mail-sender.js';

/** An answer as the pipeline would have it sent. */
export const aMailToSend = (changed: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: '<1@auenfurt.example>',
  date: new Date('2026-11-23T09:00:00Z'),
  from: { name: 'Stadt Auenfurt', address: 'rechnung@auenfurt.example' },
  replyTo: null,
  to: 'firma@handwerk.example',
  subject: 'Eingangsbestätigung',
  text: 'Guten Tag',
  html: '<p>Guten Tag</p>',
  language: 'de',
  inReplyTo: null,
  references: [],
  endLink: null,
  ...changed,
});
