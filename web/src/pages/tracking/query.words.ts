import { wordsOf } from '../../words/words.js';

/** Words of answering a query. */
export const queryWords = wordsOf({
  title: { de: 'Rückfrage zu Ihrer Rechnung {name}', en: 'A question about your invoice {name}' },
  loading: { de: 'Rückfrage', en: 'A question' },
  from: { de: '{town} hat Sie am {when} gefragt:', en: '{town} asked you on {when}:' },
  answer: { de: 'Ihre Antwort', en: 'Your answer' },
  answerHint: {
    de: 'Bis Sie antworten, bleibt die Rechnung liegen. Unterlagen können Sie beifügen.',
    en: 'The invoice waits until you answer. You can attach documents.',
  },
  missing: {
    de: 'Bitte schreiben Sie eine Antwort, oder fügen Sie eine Datei bei.',
    en: 'Write an answer, or attach a file.',
  },
  tooLong: {
    de: 'Höchstens {most} Zeichen; bitte fügen Sie Längeres als Datei bei.',
    en: 'At most {most} characters; attach longer texts as a file.',
  },
  filesFaulty: {
    de: 'So können die Dateien nicht angenommen werden; bitte entfernen Sie einige.',
    en: 'The files cannot be taken like this; remove some.',
  },
  filesHint: { de: 'Höchstens {parts} Dateien, zusammen {all}.', en: 'At most {parts} files, {all} together.' },
  send: { de: 'Antwort senden', en: 'Send the answer' },
  sending: { de: 'Wird gesendet …', en: 'Sending …' },
  done: { de: 'Ihre Antwort ist angekommen', en: 'Your answer has arrived' },
  doneWhy: {
    de: 'Eingangsnummer {number}. Die zuständige Stelle sieht sie bei Ihrer Rechnung und prüft weiter. Sie müssen nichts mehr tun.',
    en: 'Receipt number {number}. The office in charge sees it with your invoice and goes on. You need not do anything more.',
  },
  closed: { de: 'Diese Rückfrage ist erledigt', en: 'This question is settled' },
  closedWhy: {
    de: 'Sie wartet nicht mehr auf eine Antwort. Möchten Sie noch etwas mitteilen, wenden Sie sich bitte an die Stelle, die gefragt hat.',
    en: 'It waits for no answer any more. If you want to add something, turn to the office that asked.',
  },
  kept: {
    de: 'Was Sie geschrieben haben, steht noch unten; Sie können es von dort kopieren.',
    en: 'What you have written still stands below; you can copy it from there.',
  },
  gone: { de: 'Dieser Link führt zu keiner Rückfrage', en: 'This link leads to no question' },
  goneWhy: {
    de: 'Vielleicht ist er nicht vollständig kopiert. Bitte nehmen Sie den ganzen Link aus der E-Mail, oder antworten Sie auf sie.',
    en: 'Perhaps it was not copied as a whole. Take the whole link from the mail, or reply to it.',
  },
  asked: { de: 'Die Frage vom {when}', en: 'The question of {when}' },
  waitsDays: {
    de: 'Sie wartet seit {count} Tagen auf Ihre Antwort.',
    en: 'It has been waiting for your answer for {count} days.',
  },
  waitsDay: {
    de: 'Sie wartet seit einem Tag auf Ihre Antwort.',
    en: 'It has been waiting for your answer for one day.',
  },
  toAnswer: { de: 'Jetzt antworten', en: 'Answer now' },
});
