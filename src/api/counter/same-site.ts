import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../problem.js';

/** What a browser says of where a call comes from (Fetch Metadata); programs say nothing. */
const welcome: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * Nobody signs in at the counter, so that no cookie could be abused; but another provider's page must not make its
 * visitors' browsers bring something here under their addresses.
 */
@Injectable()
export class SameSiteGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const site = context.switchToHttp().getRequest<Request>().get('sec-fetch-site');
    if (site !== undefined && !welcome.has(site)) throw Problem.atTheDoor('crossSite');
    return true;
  }
}
