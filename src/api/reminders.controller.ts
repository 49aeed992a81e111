import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { ChooseReminders, reminderChoice, type ChangedChoice } from '../pipeline/choose-reminders.js';
import { listOf, RestsOnVersion } from './administration/administration.js';
import { Answers, Repeatable } from './answers.js';
import { CalledByPerson, type PersonCaller } from './caller.js';
import { etagOf, IdempotencyKey, SeenVersion } from './headers.js';
import { valueOf } from './problem.js';

const chosen = reminderChoice.extend({
  version: z.int().describe('0: nothing has been chosen yet; to be sent as If-Match: "0"'),
  on: z.boolean().describe('Whether the authority reminds its staff'),
  domains: z.array(z.string()).describe('In one of these the address must lie; none: anywhere'),
});

const changed = z.object({ version: z.int() });

const unreached = listOf(z.object({ id: z.string(), name: z.string() }));

/** How staff are reminded of what waits for them: each chooses for themselves. */
@ApiTags('session')
@Controller('api/v1')
export class RemindersController {
  constructor(private readonly reminders: ChooseReminders) {}

  @Get('profile/reminders')
  @Answers(200, 'How the caller is reminded', chosen)
  async find(
    @CalledByPerson() caller: PersonCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.infer<typeof chosen>> {
    const found = await this.reminders.read(caller);
    response.set('etag', etagOf(found.version));
    return { ...found, domains: [...found.domains] };
  }

  @Put('profile/reminders')
  @Repeatable()
  @RestsOnVersion()
  @Answers(200, 'The new version', changed)
  async change(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Body({ schema: reminderChoice }) wanted: z.infer<typeof reminderChoice>,
  ): Promise<ChangedChoice> {
    return valueOf(await this.reminders.change(caller, key, seen, wanted));
  }

  @Get('administration/reminders/unreached')
  @Answers(200, 'Who works with invoices and has named no address, so that nobody can remind them', unreached)
  async unreached(@CalledByPerson() caller: PersonCaller): Promise<z.infer<typeof unreached>> {
    return { items: [...valueOf(await this.reminders.unreached(caller))] };
  }
}
