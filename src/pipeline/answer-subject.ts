import { z } from 'zod';
import { HOLD_SETTERS } from '../domain/access/role-groups.js';
import { htmlOf } from '../domain/documentation/render-html.js';
import { markdownOf } from '../domain/documentation/render-markdown.js';
import { subjectAnswerOf, type SubjectFacts } from '../domain/documentation/subject-answer.js';
import { asPerson, holdsAnyOf, type Administration } from './as-administrator.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { SupplierSubject } from './ports/subject-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { storedAboutStaff, storedAboutSupplier } from './stored-about.js';
import { townDay } from './town-day.js';

/** Who asks: somebody who works here, or a supplier's contact. */
export type Subject = { readonly by: 'staff'; readonly value: string } | SupplierSubject;

export interface SubjectAnswer {
  readonly facts: SubjectFacts;
  readonly html: string;
  readonly markdown: string;
}

/** Stored under the key instead of the answer, which is personal and is drawn up anew each time. */
const noted = z.object({ at: z.string() });

const BY = { staff: 'Person', mail: 'E-Mail-Adresse', name: 'Name', vatId: 'USt-IdNr.' } as const;

/** Answers a data subject's request (Art. 15 DSGVO), for records management and administration; each answer leaves an event. */
export class AnswerSubject {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
  ) {}

  async answer(by: Administration, subject: Subject): Promise<Outcome<SubjectAnswer>> {
    const content = ['answerSubject', subject.by, this.keyedHash.hex('subject', subject.value)];
    const allowed = await asPerson(this.door, this.clock, by, content, noted, (tenant, at) =>
      this.note(tenant, by, subject, at),
    );
    if (allowed.kind === 'refused') return allowed;
    return this.door.inTenant(by.tenantId, async (tenant) => {
      // A repeated call, too, is refused to whoever may not any more.
      if (!(await this.may(tenant, by, this.clock.now()))) return refused('recordsOnly');
      const facts = await factsIn(tenant, subject);
      if (facts === null) return refused('notFound');
      const document = subjectAnswerOf(facts);
      const head = [['Stand', townDay(this.clock.now())]] as const;
      return done({ facts, html: htmlOf(document, head), markdown: markdownOf(document, head) });
    });
  }

  private async note(
    tenant: TenantRecords,
    by: Administration,
    subject: Subject,
    at: Date,
  ): Promise<Outcome<z.infer<typeof noted>>> {
    if (!(await this.may(tenant, by, at))) return refused('recordsOnly');
    if (subject.by === 'staff' && !(await tenant.people.find(subject.value))) return refused('notFound');
    await tenant.audit.append(
      {
        subject: { kind: 'tenant', id: by.tenantId },
        event: 'tenant.subjectAnswered',
        actor: { kind: 'person', id: by.personId },
        facts: subject.by === 'staff' ? { by: subject.by, person: subject.value } : { by: subject.by },
        // Whom it was about can be disposed of.
        ...(subject.by !== 'staff' && { payload: { subject: subject.value } }),
      },
      at,
    );
    return done({ at: at.toISOString() });
  }

  private may(tenant: TenantRecords, by: Administration, at: Date): Promise<boolean> {
    return holdsAnyOf(tenant, by.personId, HOLD_SETTERS, at);
  }
}

async function factsIn(tenant: TenantRecords, subject: Subject): Promise<SubjectFacts | null> {
  const town = (await tenant.answers.town()).name;
  if (subject.by !== 'staff')
    return { town, subject: `${BY[subject.by]} ${subject.value}`, ...(await storedAboutSupplier(tenant, subject)) };
  const person = await tenant.people.find(subject.value);
  return person && { town, subject: `${BY.staff} ${person.displayName}`, ...(await storedAboutStaff(tenant, person)) };
}
