import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { SecondFactor } from '../pipeline/second-factor.js';
import { Answers } from './answers.js';
import { ApiSettings } from './api-settings.js';
import { CalledByPerson, type PersonCaller } from './caller.js';
import { setSessionCookie } from './cookies.js';
import { valueOf } from './problem.js';

const typedCode = z.strictObject({
  code: z.string().min(1).max(40).describe('Six digits of the app or, to prove it, a recovery code'),
});

const ownFactor = z.object({
  confirmedAt: z.string().nullable().describe('null: there is none'),
  isRequired: z.boolean().describe('By the roles of the person and the setting of the tenant'),
  codesLeft: z.int().describe('Recovery codes not used yet'),
  resetAt: z.string().nullable().describe('An administrator has taken it away then, and there is no new one yet'),
});

const newFactor = z.object({
  secret: z.string().describe('Base32, to be typed into the app; shown once'),
  address: z.string().describe('otpauth://, for a QR code'),
});

const newCodes = z.object({ recoveryCodes: z.array(z.string()).describe('Each counts once; shown once') });

const renewedSession = z.object({
  csrfToken: z.string().describe('From now on to be sent along as X-CSRF-Token; the one before has ended'),
});

const confirmedFactor = newCodes.extend(renewedSession.shape);

/** What a person proves beside the password: codes of an authenticator app (RFC 6238). */
@ApiTags('session')
@Controller('api/v1')
export class SecondFactorController {
  constructor(
    private readonly factor: SecondFactor,
    private readonly settings: ApiSettings,
  ) {}

  /** Proves the second factor for this session, also anew for an order. The session goes on in another cookie. */
  @Post('session/second-factor')
  @HttpCode(200)
  @Answers(200, 'It is proved; the cookie is a new one', renewedSession)
  async give(
    @CalledByPerson() caller: PersonCaller,
    @Body({ schema: typedCode }) { code }: z.infer<typeof typedCode>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.infer<typeof renewedSession>> {
    const { token, csrfToken } = valueOf(await this.factor.give(caller, code));
    setSessionCookie(response, this.settings, token);
    return { csrfToken };
  }

  @Get('profile/second-factor')
  @Answers(200, 'How it stands with the second factor', ownFactor)
  async look(@CalledByPerson() caller: PersonCaller): Promise<z.infer<typeof ownFactor>> {
    const { confirmedAt, resetAt, ...known } = await this.factor.look(caller);
    return { ...known, confirmedAt: confirmedAt?.toISOString() ?? null, resetAt: resetAt?.toISOString() ?? null };
  }

  /** A new key for an app. It counts once its first code has been given; until then everything stays as it was. */
  @Post('profile/second-factor/enrolment')
  @HttpCode(200)
  @Answers(200, 'The key, shown once', newFactor)
  async enrol(@CalledByPerson() caller: PersonCaller): Promise<z.infer<typeof newFactor>> {
    return valueOf(await this.factor.begin(caller));
  }

  /** The first code of the new key. This session goes on in another cookie; the person's other sessions end. */
  @Post('profile/second-factor/confirmation')
  @HttpCode(200)
  @Answers(200, 'It counts; the recovery codes are shown once, and the cookie is a new one', confirmedFactor)
  async confirm(
    @CalledByPerson() caller: PersonCaller,
    @Body({ schema: typedCode }) { code }: z.infer<typeof typedCode>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.infer<typeof confirmedFactor>> {
    const { token, csrfToken, recoveryCodes } = valueOf(await this.factor.confirm(caller, code));
    setSessionCookie(response, this.settings, token);
    return { recoveryCodes: [...recoveryCodes], csrfToken };
  }

  /** Ten new recovery codes; the old ones end. */
  @Post('profile/second-factor/recovery-codes')
  @HttpCode(200)
  @Answers(200, 'The new codes, shown once', newCodes)
  async renewCodes(@CalledByPerson() caller: PersonCaller): Promise<z.infer<typeof newCodes>> {
    return { recoveryCodes: [...valueOf(await this.factor.renewCodes(caller)).recoveryCodes] };
  }
}
