/** Why a part of a delivery became no invoice, for those who sent it. A reason is stored by its name: added to, never renamed. */
export const partReasons = {
  textBody: {
    fate: 'ignored',
    de: 'Das ist der Text der Nachricht.',
    en: 'This is the text of the message.',
  },
  htmlBody: {
    fate: 'ignored',
    de: 'Das ist der Text der Nachricht in gestalteter Form.',
    en: 'This is the text of the message in its formatted form.',
  },
  inlineImage: {
    fate: 'ignored',
    de: 'Das ist ein Bild aus dem Text der Nachricht, etwa ein Logo.',
    en: 'This is a picture in the text of the message, such as a logo.',
  },
  signature: {
    fate: 'ignored',
    de: 'Das ist die elektronische Unterschrift der Nachricht.',
    en: 'This is the electronic signature of the message.',
  },
  contactCard: { fate: 'ignored', de: 'Das ist eine Visitenkarte.', en: 'This is a contact card.' },
  calendar: { fate: 'ignored', de: 'Das ist ein Kalendereintrag.', en: 'This is a calendar entry.' },
  emptyPart: { fate: 'ignored', de: 'Diese Datei ist leer.', en: 'This file is empty.' },
  deliveryStatus: {
    fate: 'ignored',
    de: 'Das ist eine Meldung der Postrechner über eine Zustellung.',
    en: 'This is a notice of mail servers about a delivery.',
  },
  systemFile: {
    fate: 'ignored',
    de: 'Das ist eine Hilfsdatei des Rechners, auf dem das Archiv gepackt wurde.',
    en: 'This is an auxiliary file of the computer on which the archive was packed.',
  },
  sameTwice: {
    fate: 'ignored',
    de: 'Diese Datei liegt der Zustellung schon einmal bei.',
    en: 'This file is in the delivery already.',
  },
  noInvoice: {
    fate: 'ignored',
    de: 'Nichts weist diese Datei als Rechnung aus, und die Zustellung enthält keine, zu der sie gehören könnte.',
    en: 'Nothing says that this file is an invoice, and the delivery holds none that it could belong to.',
  },
  tooLarge: {
    fate: 'refused',
    de: 'Diese Datei ist zu groß. Bitte verkleinern Sie sie oder teilen Sie die Zustellung auf.',
    en: 'This file is too large. Please make it smaller, or split the delivery.',
  },
  mailTooLarge: {
    fate: 'refused',
    de: 'Diese Nachricht ist zu groß, um sie einzulesen. Bitte verkleinern Sie die Anhänge oder teilen Sie sie auf.',
    en: 'This message is too large to be read in. Please make the attachments smaller, or split it.',
  },
  tooManyParts: {
    fate: 'refused',
    de: 'Darin liegen zu viele Dateien. Bitte teilen Sie die Zustellung auf.',
    en: 'There are too many files in it. Please split the delivery.',
  },
  tooDeep: {
    fate: 'refused',
    de: 'Hier sind zu viele Nachrichten oder Archive ineinander verpackt. Bitte schicken Sie die Rechnung unmittelbar.',
    en: 'Too many messages or archives are packed into each other here. Please send the invoice itself.',
  },
  encryptedArchive: {
    fate: 'refused',
    de: 'Dieses Archiv ist mit einem Kennwort geschützt. Bitte schicken Sie die Dateien unverschlüsselt oder über das Eingabeformular.',
    en: 'This archive is protected by a password. Please send the files unprotected, or use the upload page.',
  },
  archiveBomb: {
    fate: 'refused',
    de: 'Dieses Archiv entpackt sich zu einer unzulässigen Größe und wurde nicht geöffnet.',
    en: 'This archive unpacks to an inadmissible size and was not opened.',
  },
  unknownArchive: {
    fate: 'refused',
    de: 'Archive dieser Art können hier nicht geöffnet werden. Bitte schicken Sie die Rechnung unverpackt oder als ZIP.',
    en: 'Archives of this kind cannot be opened here. Please send the invoice unpacked, or as a ZIP.',
  },
  damagedArchive: {
    fate: 'refused',
    de: 'Dieses Archiv ist beschädigt. Bitte packen Sie es neu.',
    en: 'This archive is damaged. Please pack it again.',
  },
  unreadable: {
    fate: 'refused',
    de: 'Diese Datei konnte nicht entpackt werden. Bitte schicken Sie sie noch einmal.',
    en: 'This file could not be unpacked. Please send it again.',
  },
  malformed: {
    fate: 'refused',
    de: 'Dieser Teil der Nachricht ist beschädigt. Bitte schicken Sie die Datei noch einmal.',
    en: 'This part of the message is damaged. Please send the file again.',
  },
  program: {
    fate: 'refused',
    de: 'Programme und Dateien mit aktivem Inhalt werden nicht angenommen. Bitte schicken Sie die Rechnung als XML oder PDF.',
    en: 'Programs and files with active content are not taken in. Please send the invoice as XML or PDF.',
  },
  encryptedMessage: {
    fate: 'refused',
    de: 'Dieser Inhalt ist verschlüsselt und kann hier nicht gelesen werden. Bitte schicken Sie ihn unverschlüsselt.',
    en: 'This content is encrypted and cannot be read here. Please send it unencrypted.',
  },
  signedContainer: {
    fate: 'refused',
    de: 'Dieser Inhalt ist in eine Unterschrift eingepackt (S/MIME, opaque) und kann hier nicht gelesen werden. Bitte stellen Sie auf lesbare Unterschriften um.',
    en: 'This content is wrapped in a signature (S/MIME, opaque) and cannot be read here. Please switch to clear signatures.',
  },
  winmail: {
    fate: 'refused',
    de: 'Das ist ein winmail.dat von Microsoft Outlook; darin Verpacktes ist hier nicht lesbar. Bitte schicken Sie die Nachricht als „Nur Text“ oder HTML.',
    en: 'This is a winmail.dat made by Microsoft Outlook; what it wraps cannot be read here. Please send the message as plain text or HTML.',
  },
  outlookMessage: {
    fate: 'refused',
    de: 'Das ist eine Outlook-Nachricht (.msg) und hier nicht lesbar. Bitte schicken Sie die Rechnung selbst als Anhang.',
    en: 'This is an Outlook message (.msg) and cannot be read here. Please attach the invoice itself.',
  },
  partsUnread: {
    fate: 'refused',
    de: 'Ein Teil dieser Nachricht ließ sich nicht öffnen und könnte eine Rechnung sein; eine Person sieht sie sich an.',
    en: 'A part of this message could not be opened and may be an invoice; a person is looking at it.',
  },
  couldNotBeOpened: {
    fate: 'refused',
    de: 'Diese Zustellung ließ sich auch nach mehreren Versuchen nicht öffnen; eine Person sieht sie sich an.',
    en: 'This delivery could not be opened in several attempts; a person is looking at it.',
  },
} as const satisfies Record<string, { fate: 'ignored' | 'refused'; de: string; en: string }>;

export type PartReason = keyof typeof partReasons;

/** Reasons behind which an invoice may lie. Programs and bombs are left out: they come by the hundred and are none. */
export const mayHideInvoice: ReadonlySet<PartReason> = new Set<PartReason>([
  ...(['tooLarge', 'tooManyParts', 'tooDeep', 'encryptedArchive', 'unknownArchive', 'damagedArchive'] as const),
  ...(['unreadable', 'malformed', 'encryptedMessage', 'signedContainer', 'winmail', 'outlookMessage'] as const),
]);

export const isPartReason = (text: string): text is PartReason => Object.hasOwn(partReasons, text);
