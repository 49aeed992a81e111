import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Clock } from '../pipeline/ports/clock.js';
import { Lookup } from '../pipeline/ports/lookup.js';
import { WakeQueue } from '../pipeline/ports/wake-queue.js';
import { Answers } from './answers.js';
import { Problem } from './problem.js';

const health = z.object({ status: z.literal('ok') });

/** For whoever watches over the process. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly lookup: Lookup,
    private readonly queue: WakeQueue,
    private readonly clock: Clock,
  ) {}

  /** The process answers. */
  @Get('live')
  @Answers(200, 'Alive', health)
  live(): z.infer<typeof health> {
    return { status: 'ok' };
  }

  /** Database and queue answer. */
  @Get('ready')
  @Answers(200, 'Ready', health)
  async ready(): Promise<z.infer<typeof health>> {
    const answers = await Promise.allSettled([this.lookup.dueWork(this.clock.now(), 1), this.queue.check()]);
    const missing = ['database', 'queue'].filter((_, at) => answers[at]?.status === 'rejected');
    if (missing.length > 0) throw Problem.atTheDoor('notReady', {}, { members: { missing } });
    return { status: 'ok' };
  }
}
