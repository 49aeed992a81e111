import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { OwnSessions, type OwnSession } from '../pipeline/own-sessions.js';
import { Answers } from './answers.js';
import { CalledByPerson, type PersonCaller } from './caller.js';
import { uuid } from './pages.js';
import { valueOf } from './problem.js';

const sessions = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      device: z.string().describe('Browser and system; empty where they are not known'),
      address: z.string().describe('Where it was begun, shortened'),
      createdAt: z.string(),
      lastSeenAt: z.string(),
      expiresAt: z.string(),
      isThis: z.boolean().describe('The session in which this is asked'),
    }),
  ),
});

/** Where somebody is signed in. */
@ApiTags('profile')
@Controller('api/v1/profile/sessions')
export class OwnSessionsController {
  constructor(private readonly sessions: OwnSessions) {}

  /** The person's own sessions, the one last used first. */
  @Get()
  @Answers(200, 'The sessions', sessions)
  async list(@CalledByPerson() caller: PersonCaller): Promise<z.infer<typeof sessions>> {
    return { items: (await this.sessions.list(caller)).map(toldOf) };
  }

  /** Ends one of them; whoever holds its cookie is signed out at once. */
  @Delete(':id')
  @HttpCode(204)
  @Answers(204, 'It has ended')
  async end(@CalledByPerson() caller: PersonCaller, @Param('id', { schema: uuid }) id: string): Promise<void> {
    valueOf(await this.sessions.end(caller, id));
  }

  /** Ends all but the one in which this is asked. */
  @Post('end-others')
  @HttpCode(204)
  @Answers(204, 'Only this one is left')
  async endOthers(@CalledByPerson() caller: PersonCaller): Promise<void> {
    await this.sessions.endOthers(caller);
  }
}

const toldOf = ({ createdAt, lastSeenAt, expiresAt, ...session }: OwnSession) => ({
  ...session,
  createdAt: createdAt.toISOString(),
  lastSeenAt: lastSeenAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});
