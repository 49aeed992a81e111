/**
 * Why a mailbox could not be looked into, as people read it. `mail`: one mail or another stays where it is and the others
 * are taken in; `mailbox`: nothing more can be done now. Each is tried again by itself.
 */
export const mailboxFailures = {
  hostUnknown: {
    of: 'mailbox',
    de: 'Den Mailserver gibt es unter diesem Namen nicht. Bitte prüfen Sie den Servernamen.',
    en: 'There is no mail server by this name. Check the host name.',
  },
  hostForbidden: {
    of: 'mailbox',
    de: 'Der Mailserver liegt nicht im öffentlichen Netz. Eingang verbindet sich nur dann dorthin, wenn der Betrieb den Server freigibt (EINGANG_MAIL_HOSTS_ALLOWED).',
    en: 'The mail server does not lie in the public network. Eingang connects to it only if whoever runs Eingang allows the server (EINGANG_MAIL_HOSTS_ALLOWED).',
  },
  portForbidden: {
    of: 'mailbox',
    de: 'Dieser Port gehört nicht zu Mail (143, 993, 25, 465, 587). Eingang verbindet sich nur dann dorthin, wenn der Betrieb Server und Port freigibt (EINGANG_MAIL_HOSTS_ALLOWED).',
    en: 'This port is none of mail (143, 993, 25, 465, 587). Eingang connects to it only if whoever runs Eingang allows the server and its port (EINGANG_MAIL_HOSTS_ALLOWED).',
  },
  connectionRefused: {
    of: 'mailbox',
    de: 'Der Mailserver nimmt unter dieser Adresse und diesem Port keine Verbindung an. Bitte prüfen Sie Port und Firewall.',
    en: 'The mail server takes no connection at this address and port. Check the port and the firewall.',
  },
  noAnswer: {
    of: 'mailbox',
    de: 'Der Mailserver antwortet nicht rechtzeitig. Bitte prüfen Sie Servername, Port und Verschlüsselung; oft ist er nur überlastet.',
    en: 'The mail server does not answer in time. Check host, port and encryption; often it is only overloaded.',
  },
  tooSlow: {
    of: 'mailbox',
    de: 'Der Mailserver antwortet so langsam, dass der Abruf abgebrochen wurde, damit andere Postfächer nicht warten. Was schon angenommen ist, bleibt angenommen; der Abruf wird wiederholt. Bitte wenden Sie sich an den Betreiber des Mailservers.',
    en: 'The mail server answers so slowly that the look was called off, so that other mailboxes need not wait. What was taken in stays so; the look is repeated. Ask whoever runs the mail server.',
  },
  connectionLost: {
    of: 'mailbox',
    de: 'Die Verbindung zum Mailserver ist abgebrochen.',
    en: 'The connection to the mail server was lost.',
  },
  certificate: {
    of: 'mailbox',
    de: 'Das Zertifikat des Mailservers ist nicht gültig oder nicht für diesen Namen ausgestellt. Bitte prüfen Sie den Servernamen, oder lassen Sie das Zertifikat erneuern.',
    en: 'The certificate of the mail server is not valid, or not issued for this name. Check the host name, or have the certificate renewed.',
  },
  noEncryption: {
    of: 'mailbox',
    de: 'Mit dem Mailserver kommt keine verschlüsselte Verbindung zustande. Bitte prüfen Sie Port und Verschlüsselung (TLS meist 993, STARTTLS meist 143).',
    en: 'No encrypted connection to the mail server can be made. Check port and encryption (TLS mostly 993, STARTTLS mostly 143).',
  },
  wrongPassword: {
    of: 'mailbox',
    de: 'Der Mailserver weist Benutzername und Kennwort ab. Bitte tragen Sie sie neu ein.',
    en: 'The mail server refuses user and password. Enter them again.',
  },
  tokenRefused: {
    of: 'mailbox',
    de: 'Der Mailserver weist das Zugriffstoken ab. Ein Zugriffstoken allein gilt meist nur etwa eine Stunde. Bitte tragen Sie ein Aktualisierungstoken mit Token-Adresse und Client ein, oder melden Sie das Postfach mit einem Kennwort (App-Kennwort) an.',
    en: 'The mail server refuses the access token. An access token alone mostly holds for about an hour. Enter a refresh token with its token address and client, or sign the mailbox in with a password (app password).',
  },
  tokenNotRenewed: {
    of: 'mailbox',
    de: 'Der Anmeldedienst gibt kein neues Zugriffstoken heraus: Aktualisierungstoken, Client oder Geheimnis gelten nicht (mehr). Bitte melden Sie das Postfach neu an.',
    en: 'The sign-in service hands out no new access token: refresh token, client or its secret do not hold (any more). Sign the mailbox in again.',
  },
  secretUnreadable: {
    of: 'mailbox',
    de: 'Das gespeicherte Kennwort lässt sich nicht entschlüsseln: Der Schlüssel der Installation ist ein anderer geworden. Bitte tragen Sie es neu ein.',
    en: 'The stored password cannot be decrypted: the key of the installation is another one now. Enter the password again.',
  },
  folderMissing: {
    of: 'mailbox',
    de: 'Den Ordner gibt es im Postfach nicht, oder er darf nicht geöffnet werden. Bitte prüfen Sie seinen Namen.',
    en: 'There is no such folder in the mailbox, or it may not be opened. Check its name.',
  },
  targetFolderMissing: {
    of: 'mail',
    de: 'Angenommene Mails lassen sich nicht verschieben: Den Zielordner gibt es nicht, oder er ist voll oder gesperrt. Die Mails sind angenommen und bleiben im Posteingang.',
    en: 'Mails taken in cannot be moved: the target folder is missing, full or locked. The mails have been taken in and stay in the inbox.',
  },
  notMarked: {
    of: 'mail',
    de: 'Angenommene Mails lassen sich nicht als gelesen kennzeichnen; vielleicht ist das Postfach schreibgeschützt. Die Mails sind angenommen.',
    en: 'Mails taken in cannot be marked as read; the mailbox may be read-only. The mails have been taken in.',
  },
  mailUnreadable: {
    of: 'mail',
    de: 'Eine Mail gibt der Mailserver nicht heraus; die anderen sind angenommen. Bitte sehen Sie im Postfach nach der ältesten ungelesenen.',
    en: 'The mail server does not hand out one mail; the others have been taken in. Look for the oldest unread one in the mailbox.',
  },
  mailNotStored: {
    of: 'mail',
    de: 'Eine Mail konnte hier nicht gespeichert werden; die anderen sind angenommen. Sie liegt unverändert im Postfach. Bitte wenden Sie sich an den Betrieb von Eingang.',
    en: 'One mail could not be stored here; the others have been taken in. It lies in the mailbox as it was. Ask whoever runs Eingang.',
  },
  unexpectedAnswer: {
    of: 'mailbox',
    de: 'Der Mailserver antwortet anders, als IMAP es vorsieht. Bitte wenden Sie sich an seinen Betreiber.',
    en: 'The mail server does not answer as IMAP provides. Ask whoever runs it.',
  },
  notStored: {
    of: 'mailbox',
    de: 'Die Mails konnten hier nicht gespeichert werden. Sie liegen unverändert im Postfach. Bitte wenden Sie sich an den Betrieb von Eingang.',
    en: 'Mails could not be stored here. They lie in the mailbox as they were. Ask whoever runs Eingang.',
  },
} as const satisfies Record<string, { of: 'mailbox' | 'mail'; de: string; en: string }>;

export type MailboxFailureCode = keyof typeof mailboxFailures;

/** Whether a stored text is one of the codes. */
export const isMailboxFailureCode = (code: string): code is MailboxFailureCode => Object.hasOwn(mailboxFailures, code);
