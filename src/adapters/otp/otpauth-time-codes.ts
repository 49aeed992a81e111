import { Secret, TOTP } from 'otpauth';
import { TimeCodes } from '../../pipeline/ports/time-codes.js';

/** What every authenticator app knows: SHA-1, six digits, half a minute (RFC 6238, 5.2; keys of 160 bits, RFC 4226, 4). */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const keyBytes = 20;

/** Clocks of phones go wrong by some seconds: one step to either side (RFC 6238, 6). */
const tolerance = 1;

export class OtpauthTimeCodes extends TimeCodes {
  newSecret(): string {
    return new Secret({ size: keyBytes }).base32;
  }

  address(secret: string, { issuer, account }: { readonly issuer: string; readonly account: string }): string {
    return new TOTP({ ...shape, issuer, label: account, secret }).toString();
  }

  stepOf(secret: string, code: string, at: Date): number | null {
    const timestamp = at.getTime();
    const delta = new TOTP({ ...shape, secret }).validate({ token: code, timestamp, window: tolerance });
    return delta === null ? null : Math.floor(timestamp / 1000 / shape.period) + delta;
  }
}
