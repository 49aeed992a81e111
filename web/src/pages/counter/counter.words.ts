import { wordsOf } from '../../words/words.js';

export const counterWords = wordsOf({
  title: { de: 'Rechnung einreichen', en: 'Submit an invoice' },
  intro: {
    de: 'Hier senden Sie Ihre Rechnung an: {town}. Sie brauchen dafür kein Konto. Danach bekommen Sie einen Link, unter dem Sie sehen, was aus ihr wird.',
    en: 'Here you send your invoice to: {town}. You need no account. Afterwards you get a link that shows what becomes of it.',
  },
  ways: { de: 'Was möchten Sie tun?', en: 'What would you like to do?' },
  submit: { de: 'Einreichen', en: 'Submit' },
  check: { de: 'Nur prüfen', en: 'Check only' },
  dropSeveral: { de: 'Ziehen Sie Ihre Dateien hierher, oder', en: 'Drag your files here, or' },
  dropOne: { de: 'Ziehen Sie eine Datei hierher, oder', en: 'Drag one file here, or' },
  chooseSeveral: { de: 'Dateien auswählen', en: 'Choose files' },
  chooseOne: { de: 'Datei auswählen', en: 'Choose a file' },
  folder: {
    de: 'Ordner können nicht gesendet werden. Bitte öffnen Sie den Ordner und wählen Sie die Dateien darin aus.',
    en: 'Folders cannot be sent. Open the folder and choose the files in it.',
  },
  submitHint: {
    de: 'Am besten eine E-Rechnung (XRechnung oder ZUGFeRD), dazu Anlagen wie Lieferscheine. Höchstens {parts} Dateien, jede bis {file}, zusammen bis {all}.',
    en: 'Preferably an e-invoice (XRechnung or ZUGFeRD), with attachments such as delivery notes. Up to {parts} files of {file} each, {all} in all.',
  },
  checkHint: {
    de: 'XML (XRechnung) oder PDF (ZUGFeRD), bis {file}.',
    en: 'XML (XRechnung) or PDF (ZUGFeRD), up to {file}.',
  },
  closed: { de: 'Der Schalter ist zurzeit geschlossen', en: 'The counter is closed at the moment' },
  closedTracking: {
    de: 'Haben Sie schon etwas eingereicht? Ihr Link dazu funktioniert weiter.',
    en: 'Have you submitted something already? Your link to it still works.',
  },
  noTown: { de: 'Diese Verwaltung gibt es hier nicht', en: 'There is no such authority here' },
  noTownWhy: {
    de: 'Unter dieser Adresse nimmt niemand Rechnungen an. Bitte prüfen Sie die Adresse, am besten mit der in Ihrem Auftrag.',
    en: 'Nobody takes invoices at this address. Check it, best against the one in your order.',
  },
  otherTown: { de: 'Andere Verwaltung wählen', en: 'Choose another authority' },
  feedback: {
    de: 'Ist etwas unklar, fehlerhaft oder ein Hindernis für Sie? Schreiben Sie an',
    en: 'Is anything unclear, faulty or a barrier for you? Write to',
  },
});
