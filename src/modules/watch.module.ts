import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CallerGuard } from '../api/caller-guard.js';
import { HealthController } from '../api/health.controller.js';
import { MetricsController } from '../api/metrics.controller.js';
import { FindApiKey } from '../pipeline/find-api-key.js';
import { FindRoles } from '../pipeline/find-roles.js';
import { Clock } from '../pipeline/ports/clock.js';
import { Ids } from '../pipeline/ports/ids.js';
import { KeyedHash } from '../pipeline/ports/keyed-hash.js';
import { Lookup } from '../pipeline/ports/lookup.js';
import { Passwords } from '../pipeline/ports/passwords.js';
import { TenantDoor } from '../pipeline/ports/tenant-door.js';
import { SignIn } from '../pipeline/sign-in.js';
import { madeOf } from './made-of.js';

/** Health and metrics, in every role; and the guard, without which no route is open to anybody. */
@Module({
  controllers: [HealthController, MetricsController],
  providers: [
    madeOf(SignIn, Lookup, TenantDoor, Passwords, KeyedHash, Clock, Ids),
    madeOf(FindApiKey, Lookup, Clock),
    madeOf(FindRoles, TenantDoor, Clock),
    { provide: APP_GUARD, useClass: CallerGuard },
  ],
  exports: [SignIn],
})
export class WatchModule {}
