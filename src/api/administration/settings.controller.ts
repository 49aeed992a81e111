import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import {
  approvalSetting,
  codingSetting,
  counterSetting,
  placeSetting,
  remindersSetting,
  signInSetting,
  retentionSetting,
  textsSetting,
  type ConfirmedSettingName,
  type DirectSettingName,
  type TenantSettingName,
} from '../../pipeline/tenant-settings.table.js';
import {
  TenantSettings,
  type ChangedSetting,
  type ConfirmedSetting,
  type TenantSetting,
} from '../../pipeline/tenant-settings.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { etagOf, IdempotencyKey, SeenVersion } from '../headers.js';
import { valueOf } from '../problem.js';
import { administrationBy, RestsOnVersion } from './administration.js';

const settingOf = <T extends z.ZodType>(value: T) =>
  z.object({
    version: z.int().describe('0: nothing has been set yet; to be sent as If-Match: "0"'),
    setBy: z.string().nullable(),
    setAt: z.string().nullable(),
    value,
  });

/** What takes two administrators: what holds, and what waits for the second. */
const confirmedOf = <T extends z.ZodType>(value: T) =>
  settingOf(value).extend({
    proposal: z
      .object({
        ...{ id: z.string(), value, proposedBy: z.string(), proposedAt: z.string() },
        renewsSecret: z.boolean().describe('A new token for the budget system goes along with it'),
      })
      .nullable()
      .describe('Waits for a second administrator; null: nothing does'),
  });

const changed = z.object({ version: z.int() });

/** What the tenant sets for all of it. */
@ApiTags('administration')
@Controller('api/v1/administration/settings')
export class SettingsController {
  constructor(private readonly settings: TenantSettings) {}

  @Get('counter')
  @Answers(200, 'Whether the counter is open, and how much it takes in a day', settingOf(counterSetting))
  counter(@CalledByPerson() caller: PersonCaller, @Res({ passthrough: true }) response: Response): Promise<object> {
    return this.read(caller, 'counter', response);
  }

  @Put('counter')
  @Repeatable()
  @RestsOnVersion()
  @Answers(200, 'The new version', changed)
  async setCounter(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Body({ schema: counterSetting }) value: z.infer<typeof counterSetting>,
  ): Promise<ChangedSetting> {
    return valueOf(await this.settings.change(administrationBy(caller, key), 'counter', seen, value));
  }

  @Get('texts')
  @Answers(200, 'Impressum, Datenschutz, Barrierefreiheit and the address for feedback', settingOf(textsSetting))
  texts(@CalledByPerson() caller: PersonCaller, @Res({ passthrough: true }) response: Response): Promise<object> {
    return this.read(caller, 'texts', response);
  }

  @Put('texts')
  @Repeatable()
  @RestsOnVersion()
  @Answers(200, 'The new version', changed)
  async setTexts(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Body({ schema: textsSetting }) value: z.infer<typeof textsSetting>,
  ): Promise<ChangedSetting> {
    return valueOf(await this.settings.change(administrationBy(caller, key), 'texts', seen, value));
  }

  @Get('coding')
  @Answers(200, 'What an order must have, closed Haushaltsjahre and the budget check', confirmedOf(codingSetting))
  coding(@CalledByPerson() caller: PersonCaller, @Res({ passthrough: true }) response: Response): Promise<object> {
    return this.readConfirmed(caller, 'coding', response);
  }

  @Get('approval')
  @Answers(
    200,
    'Value steps, who declines, who confirms, and the exception for tiny towns',
    confirmedOf(approvalSetting),
  )
  approval(@CalledByPerson() caller: PersonCaller, @Res({ passthrough: true }) response: Response): Promise<object> {
    return this.readConfirmed(caller, 'approval', response);
  }

  @Get('retention')
  @Answers(200, 'How long what is kept, and from when years are counted', confirmedOf(retentionSetting))
  retention(@CalledByPerson() caller: PersonCaller, @Res({ passthrough: true }) response: Response): Promise<object> {
    return this.readConfirmed(caller, 'retention', response);
  }

  @Get('signIn')
  @Answers(
    200,
    'Whether a second factor is required, and whether an order asks for it anew',
    confirmedOf(signInSetting),
  )
  signIn(@CalledByPerson() caller: PersonCaller, @Res({ passthrough: true }) response: Response): Promise<object> {
    return this.readConfirmed(caller, 'signIn', response);
  }

  @Get('place')
  @Answers(200, 'The Land whose public holidays count', settingOf(placeSetting))
  place(@CalledByPerson() caller: PersonCaller, @Res({ passthrough: true }) response: Response): Promise<object> {
    return this.read(caller, 'place', response);
  }

  @Put('place')
  @Repeatable()
  @RestsOnVersion()
  @Answers(200, 'The new version; deadlines are reckoned again within minutes', changed)
  async setPlace(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Body({ schema: placeSetting }) value: z.infer<typeof placeSetting>,
  ): Promise<ChangedSetting> {
    return valueOf(await this.settings.change(administrationBy(caller, key), 'place', seen, value));
  }

  @Get('reminders')
  @Answers(200, 'When staff are reminded, of what, and after how many working days', settingOf(remindersSetting))
  reminders(@CalledByPerson() caller: PersonCaller, @Res({ passthrough: true }) response: Response): Promise<object> {
    return this.read(caller, 'reminders', response);
  }

  @Put('reminders')
  @Repeatable()
  @RestsOnVersion()
  @Answers(200, 'The new version', changed)
  async setReminders(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Body({ schema: remindersSetting }) value: z.infer<typeof remindersSetting>,
  ): Promise<ChangedSetting> {
    return valueOf(await this.settings.change(administrationBy(caller, key), 'reminders', seen, value));
  }

  private async read(caller: PersonCaller, name: DirectSettingName, response: Response): Promise<object> {
    const found: TenantSetting<DirectSettingName> = valueOf(await this.settings.read(caller, name));
    response.set('etag', etagOf(found.version));
    return held(found);
  }

  private async readConfirmed(caller: PersonCaller, name: ConfirmedSettingName, response: Response): Promise<object> {
    const found: ConfirmedSetting<ConfirmedSettingName> = valueOf(await this.settings.readConfirmed(caller, name));
    response.set('etag', etagOf(found.version));
    const { proposal } = found;
    const { id, proposedBy, proposedAt, value, renewsSecret } = proposal ?? {};
    return {
      ...held(found),
      proposal: proposal && { id, value, renewsSecret, proposedBy, proposedAt: proposedAt?.toISOString() },
    };
  }
}

const held = ({ version, setBy, setAt, value }: TenantSetting<TenantSettingName>): object => ({
  ...{ version, setBy, value },
  setAt: setAt?.toISOString() ?? null,
});
