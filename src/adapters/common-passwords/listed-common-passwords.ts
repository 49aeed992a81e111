import list from 'fxa-common-password-list';
import { CommonPasswords } from '../../pipeline/ports/common-passwords.js';

/** Mozilla's list, as Firefox accounts refuse them. */
export class ListedCommonPasswords extends CommonPasswords {
  has(password: string): boolean {
    return list.test(password.toLowerCase());
  }
}
