import { z } from 'zod';
import type { SetUpTown } from '../demo/set-up-town.js';
import { townDay } from '../src/pipeline/town-day.js';
import type { MoreAddresses } from './more-pages.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const answer = z.object({ id: z.string() });

/** Greta is away, and Georg stands in for her; that Henrik does so for Hanna waits for a second administrator. */
export async function playDeputies(town: SetUpTown, { asPerson }: MoreAddresses): Promise<void> {
  const [admin, second] = [await asPerson('admin'), await asPerson('admin2')];
  const personOf = (login: string) => town.personIds.get(login);
  const today = townDay(new Date());
  const deputyship = { roles: null, departmentId: null, holds: 'whileAbsent', validFrom: today, validTo: null };
  const georg = { ...deputyship, principalId: personOf('greta'), deputyId: personOf('georg') };
  const { id } = answer.parse(await admin.call('POST', '/deputyships', georg, { 'idempotency-key': 'deputy-georg' }));
  await second.call('POST', `/deputyships/${id}/confirmation`, undefined, { 'idempotency-key': 'deputy-confirmed' });
  const henrik = { ...deputyship, principalId: personOf('hanna'), deputyId: personOf('henrik') };
  const narrow = { ...henrik, roles: ['coding', 'factualConfirmer'], departmentId: town.departmentIds.get('HAUPTAMT') };
  await admin.call('POST', '/deputyships', narrow, { 'idempotency-key': 'deputy-henrik' });
  const away = { personId: personOf('greta'), firstDay: today, lastDay: townDay(new Date(Date.now() + 10 * DAY_MS)) };
  await admin.call('POST', '/absences', away, { 'idempotency-key': 'away-greta' });
}
