/** Password hashing that is slow on purpose (argon2id). */
export abstract class Passwords {
  abstract hash(password: string): Promise<string>;
  /** False for a wrong password and for a hash that cannot be read; it takes the same time either way. */
  abstract verify(hash: string | null, password: string): Promise<boolean>;
}
