import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { checkLeitwegId } from '../../domain/invoice/leitweg-id.js';
import { AdministerDepartments } from '../../pipeline/administer-departments.js';
import { AdministerTenant } from '../../pipeline/administer-tenant.js';
import { ReadTown } from '../../pipeline/read-town.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { IdempotencyKey, SeenVersion } from '../headers.js';
import { uuid, words } from '../pages.js';
import { Problem, valueOf } from '../problem.js';
import { administrationBy, changed, listOf, RestsOnVersion, version } from './administration.js';

const newDepartment = z.strictObject({ code: words(40), name: words(200) });
const newLeitwegId = z.strictObject({
  leitwegId: words(46),
  departmentId: uuid.nullable().describe('null: serves the whole authority'),
});
const department = z.object({ id: z.string(), code: z.string(), name: z.string(), version });
const leitwegId = z.object({ leitwegId: z.string(), departmentId: z.string().nullable() });
const channel = z.object({ id: z.string(), kind: z.string(), name: z.string() });

/** Departments, Leitweg-IDs and channels of the tenant. */
@ApiTags('administration')
@Controller('api/v1/administration')
export class TownController {
  constructor(
    private readonly tenant: AdministerTenant,
    private readonly existing: AdministerDepartments,
    private readonly town: ReadTown,
  ) {}

  @Get('departments')
  @Answers(200, 'Departments, for everybody in the house', listOf(department))
  async departments(@CalledByPerson() { tenantId }: PersonCaller): Promise<object> {
    const items = await this.town.departments(tenantId);
    return { items: items.map(({ id, code, name, version }) => ({ id, code, name, version })) };
  }

  @Post('departments')
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'The new department', changed)
  async addDepartment(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: newDepartment }) body: z.infer<typeof newDepartment>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.tenant.addDepartment(administrationBy(caller, key), body));
  }

  /** Renames a department; its invoices, rules and Leitweg-IDs stay with it. */
  @Post('departments/:id')
  @HttpCode(200)
  @Repeatable()
  @RestsOnVersion()
  @Answers(200, 'The department has its new name', changed)
  async renameDepartment(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: newDepartment }) body: z.infer<typeof newDepartment>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.existing.rename(administrationBy(caller, key), id, seen, body));
  }

  /** Closes a department into which nothing leads any more. What keeps it open is told by numbers. */
  @Post('departments/:id/closure')
  @HttpCode(200)
  @Repeatable()
  @RestsOnVersion()
  @Answers(200, 'The department is closed', changed)
  async closeDepartment(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.existing.close(administrationBy(caller, key), id, seen));
  }

  @Get('leitweg-ids')
  @Answers(200, 'Leitweg-IDs', listOf(leitwegId))
  async leitwegIds(@CalledByPerson() caller: PersonCaller): Promise<object> {
    const items = valueOf(await this.town.leitwegIds(caller));
    return { items: items.map(({ leitwegId: id, departmentId }) => ({ leitwegId: id, departmentId })) };
  }

  @Post('leitweg-ids')
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'The id in its canonical form', changed)
  async assignLeitwegId(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: newLeitwegId }) body: z.infer<typeof newLeitwegId>,
  ): Promise<z.infer<typeof changed>> {
    if (checkLeitwegId(body.leitwegId).kind === 'invalid')
      throw Problem.atTheDoor('leitwegIdInvalid', { leitwegId: body.leitwegId });
    return valueOf(await this.tenant.assignLeitwegId(administrationBy(caller, key), body));
  }

  /** Takes a Leitweg-ID back; assigned anew it may lead to another department. Invoices that have come stay where they are. */
  @Post('leitweg-ids/:id/withdrawal')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The id is withdrawn', changed)
  async withdrawLeitwegId(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: words(46) }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.tenant.withdrawLeitwegId(administrationBy(caller, key), id));
  }

  @Get('channels')
  @Answers(200, 'Channels', listOf(channel))
  async channels(@CalledByPerson() caller: PersonCaller): Promise<object> {
    const items = valueOf(await this.town.channels(caller));
    return { items: items.map(({ id, kind, name }) => ({ id, kind, name })) };
  }
}
