/** Passwords that many people have chosen, and that whoever guesses tries first. */
export abstract class CommonPasswords {
  /** Upper and lower case are the same. */
  abstract has(password: string): boolean;
}
