import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { decimalOfCents } from '../domain/invoice/money.js';
import { ReadTown } from '../pipeline/read-town.js';
import { ChangePassword } from '../pipeline/change-password.js';
import { factorStates } from '../pipeline/second-factor-state.js';
import { SignIn, type Session } from '../pipeline/sign-in.js';
import { Answers } from './answers.js';
import { ApiSettings } from './api-settings.js';
import { CalledByPerson, type PersonCaller } from './caller.js';
import { clearSessionCookie, cookieOf, setSessionCookie } from './cookies.js';
import { valueOf } from './problem.js';
import { RateLimits } from './rate-limits.js';
import { deviceOf } from './device.js';
import { countedAddress, shortenedAddress } from './sender-address.js';

const credentials = z.strictObject({
  tenant: z.string().min(1).max(63).describe('The slug, as in /t/{slug}'),
  login: z.string().min(1).max(100),
  password: z.string().min(1).max(1000),
});

const passwordChange = z.strictObject({ current: z.string().min(1).max(1000), wanted: z.string().min(1).max(1000) });

const sessionAnswer = z.object({
  tenantId: z.string(),
  personId: z.string(),
  displayName: z.string(),
  csrfToken: z.string().describe('To be sent along as X-CSRF-Token by every call that changes something'),
  mustChangePassword: z.boolean(),
  secondFactor: z
    .enum(factorStates)
    .describe('asked: to be proved first; toEnrol: to be set up first; none: there is none and none is needed'),
});

const ownSession = sessionAnswer.extend({
  grants: z.array(
    z.object({ role: z.string(), departmentId: z.string().nullable(), limitEuro: z.string().nullable() }),
  ),
});

const presence = z.object({ session: ownSession.nullable().describe('null: nobody is signed in') });

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly passwords: ChangePassword,
    private readonly town: ReadTown,
    private readonly rateLimits: RateLimits,
    private readonly settings: ApiSettings,
  ) {}

  /** Signs in. Whatever is wrong, the answer is the same. */
  @Post()
  @HttpCode(200)
  @Answers(200, 'Signed in; the cookie holds the session', sessionAnswer)
  async begin(
    @Body({ schema: credentials }) { tenant, login, password }: z.infer<typeof credentials>,
    @Ip() address: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.infer<typeof sessionAnswer>> {
    const whence = { device: deviceOf(request.get('user-agent') ?? ''), address: shortenedAddress(address) };
    const account = `${tenant} ${login.toLowerCase()}`;
    await this.rateLimits.take('signInByAddress', countedAddress(address));
    await this.rateLimits.take('signInByLogin', account);
    const { token, ...session } = valueOf(await this.signIn.signIn(tenant, login, password, whence));
    await this.rateLimits.giveBack('signInByAddress', countedAddress(address));
    await this.rateLimits.giveBack('signInByLogin', account);
    setSessionCookie(response, this.settings, token);
    return session;
  }

  /** Who is signed in, and what they may do today. */
  @Get()
  @Answers(200, 'The session', ownSession)
  async find(@CalledByPerson() caller: PersonCaller): Promise<z.infer<typeof ownSession>> {
    return answerOf(caller, await this.town.ownGrants(caller));
  }

  /** Whether anybody is signed in: for pages that ask before they know, where being nobody is no error. */
  @Get('presence')
  @Answers(200, 'The session, or none', presence)
  async look(@Req() request: Request): Promise<z.infer<typeof presence>> {
    const token = cookieOf(request, this.settings.cookieName);
    const session = token === null ? null : await this.signIn.session(token);
    return { session: session && answerOf(session, await this.town.ownGrants(session)) };
  }

  /** Signs out. */
  @Delete()
  @HttpCode(204)
  @Answers(204, 'Signed out')
  async end(@CalledByPerson() caller: PersonCaller, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.signIn.signOut(caller);
    clearSessionCookie(response, this.settings);
  }

  /** Changes the password, which also ends the life of a one-time password. */
  @Post('password')
  @HttpCode(204)
  @Answers(204, 'The password has been changed')
  async changePassword(
    @CalledByPerson() caller: PersonCaller,
    @Body({ schema: passwordChange }) { current, wanted }: z.infer<typeof passwordChange>,
  ): Promise<void> {
    await this.rateLimits.take('passwordByPerson', caller.personId);
    valueOf(await this.passwords.change(caller, current, wanted));
    await this.rateLimits.giveBack('passwordByPerson', caller.personId);
  }
}

const answerOf = (
  { tenantId, personId, displayName, csrfToken, mustChangePassword, secondFactor }: Session,
  grants: Awaited<ReturnType<ReadTown['ownGrants']>>,
): z.infer<typeof ownSession> => ({
  ...{ tenantId, personId, displayName, csrfToken, mustChangePassword, secondFactor },
  grants: grants.map(({ role, departmentId, limitCents }) => ({
    role,
    departmentId,
    limitEuro: limitCents === null ? null : decimalOfCents(limitCents),
  })),
});
