/** HMAC-SHA-256 under the installation key, so that what is stored cannot be guessed by who reads the database. */
export abstract class KeyedHash {
  /** 64 hexadecimal digits. `purpose` keeps the uses of the one key apart. */
  abstract hex(purpose: HashPurpose, text: string): string;
  /** The same as 43 characters base64url: a token of 256 bits. */
  abstract token(purpose: HashPurpose, text: string): string;
}

export type HashPurpose =
  | 'trackingToken'
  | 'subject'
  | 'counterAddress'
  | 'personAccount'
  | 'answerAddress'
  | 'startNotifications'
  | 'endNotifications'
  | 'answerQuery'
  | 'csrf'
  | 'apiKey'
  | 'mailboxSecret'
  | 'budgetToken'
  | 'oneTimePassword'
  | 'recoveryCode';
