import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ProposeSetting } from '../../pipeline/propose-setting.js';
import { changedSetting, type ChangedSetting } from '../../pipeline/tenant-settings.js';
import {
  approvalSetting,
  codingSetting,
  retentionSetting,
  signInSetting,
} from '../../pipeline/tenant-settings.table.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { IdempotencyKey, SeenVersion } from '../headers.js';
import { valueOf } from '../problem.js';
import { administrationBy, changed, RestsOnVersion } from './administration.js';
import { uuid } from '../pages.js';

/** As it can stand in a header (RFC 6750, `b64token`); taken and never shown. */
const codingProposal = codingSetting.extend({
  budgetToken: z
    .string()
    .max(4000)
    .regex(/^[A-Za-z0-9._~+/-]+=*$/)
    .nullable()
    .default(null)
    .describe('A new token for the budget system; null: as it was'),
});

/** Settings that orders are measured by: proposed by one administrator, and in force once another has confirmed. */
@ApiTags('administration')
@Controller('api/v1/administration/settings')
export class SettingProposalsController {
  constructor(private readonly settings: ProposeSetting) {}

  /** Proposes value steps, who declines, who confirms and the exception for tiny towns. */
  @Post('approval/proposals')
  @HttpCode(201)
  @Repeatable()
  @RestsOnVersion()
  @Answers(201, 'It waits for another administrator', changed)
  async proposeApproval(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Body({ schema: approvalSetting }) value: z.infer<typeof approvalSetting>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.settings.propose(administrationBy(caller, key), 'approval', seen, value));
  }

  /** Proposes what an order must have, closed Haushaltsjahre and the budget check. */
  @Post('coding/proposals')
  @HttpCode(201)
  @Repeatable()
  @RestsOnVersion()
  @Answers(201, 'It waits for another administrator', changed)
  async proposeCoding(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Body({ schema: codingProposal }) { budgetToken, ...value }: z.infer<typeof codingProposal>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.settings.propose(administrationBy(caller, key), 'coding', seen, value, budgetToken));
  }

  /** Proposes how long what is kept. */
  @Post('retention/proposals')
  @HttpCode(201)
  @Repeatable()
  @RestsOnVersion()
  @Answers(201, 'It waits for another administrator', changed)
  async proposeRetention(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Body({ schema: retentionSetting }) value: z.infer<typeof retentionSetting>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.settings.propose(administrationBy(caller, key), 'retention', seen, value));
  }

  /** Proposes whether a second factor is required, and whether an order asks for it anew. */
  @Post('signIn/proposals')
  @HttpCode(201)
  @Repeatable()
  @RestsOnVersion()
  @Answers(201, 'It waits for another administrator', changed)
  async proposeSignIn(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Body({ schema: signInSetting }) value: z.infer<typeof signInSetting>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.settings.propose(administrationBy(caller, key), 'signIn', seen, value));
  }

  @Post('proposals/:id/confirmation')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'It holds, in this version', changedSetting)
  async confirm(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<ChangedSetting> {
    return valueOf(await this.settings.confirm(administrationBy(caller, key), id));
  }

  /** By whoever proposed it, or by another administrator who does not agree. */
  @Post('proposals/:id/withdrawal')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'It waits no more; nothing has changed', changed)
  async withdraw(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.settings.withdraw(administrationBy(caller, key), id));
  }
}
