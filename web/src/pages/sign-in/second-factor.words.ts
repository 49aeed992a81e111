import { wordsOf } from '../../words/words.js';

export const secondFactorWords = wordsOf({
  askedTitle: { de: 'Zweiten Faktor bestätigen', en: 'Prove your second factor' },
  askedWhy: {
    de: 'Bitte geben Sie den Code ein, den Ihre Authenticator-App jetzt zeigt. Ist das Gerät verloren, geht auch ein Notfallcode.',
    en: 'Enter the code that your authenticator app shows now. If the device is lost, a recovery code will do.',
  },
  code: { de: 'Code', en: 'Code' },
  codeHint: { de: 'Sechs Ziffern oder ein Notfallcode', en: 'Six digits, or a recovery code' },
  codeMissing: { de: 'Bitte geben Sie den Code ein.', en: 'Enter the code.' },
  prove: { de: 'Bestätigen', en: 'Confirm' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  enrolTitle: { de: 'Zweiten Faktor einrichten', en: 'Set up a second factor' },
  enrolWhy: {
    de: 'Wer anordnet oder verwaltet, meldet sich mit zwei Dingen an: dem Kennwort und einem Code, den eine Authenticator-App auf Ihrem Diensthandy oder Rechner zeigt. Ohne ihn geht es nicht weiter.',
    en: 'Whoever orders or administers signs in with two things: the password, and a code that an authenticator app shows on your phone or computer at work. Nothing goes on without it.',
  },
  wasReset: {
    de: 'Die Mandantenadministration hat Ihren zweiten Faktor am {when} zurückgesetzt. Haben Sie nicht darum gebeten, sprechen Sie sie an, bevor Sie weitermachen.',
    en: 'The tenant administration reset your second factor on {when}. If you did not ask for it, talk to them before you go on.',
  },
  scan: {
    de: 'Lesen Sie dieses Bild mit der App ein, oder tippen Sie den Schlüssel darunter ab.',
    en: 'Scan this picture with the app, or type the key below it.',
  },
  qr: { de: 'QR-Code mit dem Schlüssel', en: 'QR code with the key' },
  key: { de: 'Schlüssel', en: 'Key' },
  firstCode: { de: 'Code, den die App jetzt zeigt', en: 'Code that the app shows now' },
  sixDigits: { de: 'Sechs Ziffern', en: 'Six digits' },
  finish: { de: 'Einrichten', en: 'Set up' },
  codesTitle: { de: 'Ihre Notfallcodes', en: 'Your recovery codes' },
  codesWhy: {
    de: 'Mit jedem dieser Codes kommen Sie einmal ohne App hinein. Sie werden nur jetzt gezeigt: Bitte drucken Sie sie aus oder schreiben Sie sie ab, und verwahren Sie sie getrennt vom Gerät.',
    en: 'Each of these codes lets you in once without the app. They are shown now only: print them or write them down, and keep them apart from the device.',
  },
  codesKept: { de: 'Ich habe sie verwahrt, weiter', en: 'I have kept them, go on' },
  part: { de: 'Zweiter Faktor', en: 'Second factor' },
  none: {
    de: 'Es ist keiner eingerichtet. Mit einem zweiten Faktor genügt ein erratenes Kennwort nicht mehr.',
    en: 'None is set up. With a second factor, a guessed password is not enough any more.',
  },
  since: {
    de: 'Eingerichtet am {when}. Noch {left} Notfallcodes.',
    en: 'Set up on {when}. {left} recovery codes left.',
  },
  setUp: { de: 'Einrichten', en: 'Set up' },
  replace: { de: 'Auf einem anderen Gerät einrichten', en: 'Set up on another device' },
  renew: { de: 'Neue Notfallcodes', en: 'New recovery codes' },
});
