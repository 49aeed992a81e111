import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { link, payloadDigest, type AuditEntry, type ChainHead, type ChainLink } from '../../src/domain/audit/chain.js';
import { auditEvents, eventOfAction, isAuditEventName } from '../../src/domain/audit/events.js';
import { headsDigest, nextSeal, type Seal, type SealedHead } from '../../src/domain/audit/seal.js';
import {
  checkSeal,
  compareAnchor,
  compareChain,
  readChain,
  type ProblemCode,
  type StoredEvent,
} from '../../src/domain/audit/verify.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const tenant = '018f0000-0000-7000-8000-000000000001';
const subject = { kind: 'invoice', id: '018f0000-0000-7000-8000-000000000002' } as const;
const at = '2026-11-23T09:00:00.000Z';
const salt = 'ab'.repeat(32);

const entries: readonly AuditEntry[] = [
  {
    subject,
    event: 'invoice.received',
    actor: { kind: 'system', id: 'worker' },
    facts: { to: 'received', sha256: 'f0' },
  },
  {
    subject,
    event: 'invoice.routed',
    actor: { kind: 'system', id: 'worker' },
    facts: { to: 'routed' },
    payload: { reason: 'r' },
  },
  { subject, event: 'invoice.coded', actor: { kind: 'person', id: 'p', onBehalfOf: 'q' }, facts: { version: 2 } },
];

const stored = (made: ChainLink, entry: AuditEntry): StoredEvent => ({
  tenantId: tenant,
  subject,
  number: made.number,
  event: entry.event,
  occurredAt: at,
  body: made.body,
  hash: made.hash,
  payload: made.payload,
});

function chainOf(wanted: readonly AuditEntry[]): StoredEvent[] {
  let head: ChainHead | null = null;
  return wanted.map((entry) => {
    const made: ChainLink = link(tenant, entry, head, at, salt, sha256);
    head = made;
    return stored(made, entry);
  });
}

const chain = chainOf(entries);
const codesOf = (events: readonly StoredEvent[]): readonly ProblemCode[] =>
  readChain(events, sha256).problems.map((problem) => problem.code);
const changed = (index: number, change: Partial<StoredEvent>): readonly StoredEvent[] =>
  chain.map((event, at) => (at === index ? { ...event, ...change } : event));

/** The body with another text and the hash that belongs to it. */
const rewritten = (index: number, change: (body: Record<string, unknown>) => unknown): readonly StoredEvent[] => {
  const body = JSON.stringify(change(JSON.parse(chain[index]?.body ?? '{}')));
  return changed(index, { body, hash: sha256(body) });
};

const bodiesWithout = (...names: readonly string[]) =>
  names.map((name): [string, readonly StoredEvent[], readonly ProblemCode[]] => [
    `no ${name} in its body`,
    rewritten(2, (body) => ({ ...body, [name]: undefined })),
    ['bodyUnreadable'],
  ]);

describe('a chain', () => {
  it('links each event to the one before, numbers from one, and hashes the payload only with its salt', () => {
    const [first, second] = chain.map((event) => JSON.parse(event.body));
    expect(first).toMatchObject({ v: 1, tenant, number: 1, previous: null, payload: null });
    expect(second).toMatchObject({
      number: 2,
      previous: chain[0]?.hash,
      payload: payloadDigest(salt, '{"reason":"r"}', sha256),
    });
    expect(chain[1]?.body).not.toContain('"r"');
    expect(chain[1]?.payload).toEqual({ salt, text: '{"reason":"r"}' });
    expect(chain.every((event) => sha256(event.body) === event.hash)).toBe(true);
  });

  it('reads back without a problem, with its state and its originals', () => {
    const reading = readChain(chain, sha256);
    expect(reading).toMatchObject({ problems: [], state: 'routed', originals: ['f0'] });
    expect(reading.last).toEqual({ number: 3, hash: chain[2]?.hash });
    expect([...reading.hashes.keys()]).toEqual([1, 2, 3]);
    expect(readChain([], sha256)).toMatchObject({ problems: [], last: null, state: null, originals: [] });
  });

  it.each<[string, readonly StoredEvent[], readonly ProblemCode[]]>([
    ['another body', changed(2, { body: `${chain[2]?.body ?? ''} ` }), ['bodyAltered']],
    ['another hash', changed(2, { hash: sha256('x') }), ['bodyAltered']],
    ['another tenant', changed(0, { tenantId: 'x' }), ['columnsDiffer']],
    ['another kind of subject', changed(0, { subject: { ...subject, kind: 'person' } }), ['columnsDiffer']],
    ['another subject', changed(0, { subject: { ...subject, id: 'x' } }), ['columnsDiffer']],
    ['another event', changed(2, { event: 'invoice.paid' }), ['columnsDiffer']],
    ['another time', changed(2, { occurredAt: '2026-11-23T09:00:00.001Z' }), ['columnsDiffer']],
    ['an unknown version', rewritten(2, (body) => ({ ...body, v: 2 })), ['columnsDiffer']],
    ['an event that is not on the list', rewritten(2, (body) => ({ ...body, event: 'x' })), ['columnsDiffer']],
    ['a gap', [0, 2].flatMap((index) => chain.slice(index, index + 1)), ['eventMissing']],
    ['no beginning', chain.slice(1), ['eventMissing']],
    ['an event twice', [...chain.slice(0, 2), ...chain.slice(1)], ['eventMisplaced']],
    ['another event before it', rewritten(2, (body) => ({ ...body, previous: 'x' })), ['chainBroken']],
    [
      'a beginning that follows something',
      rewritten(0, (body) => ({ ...body, previous: 'x' })),
      ['chainBroken', 'chainBroken'],
    ],
    ['another payload', changed(1, { payload: { salt, text: '{"reason":"s"}' } }), ['payloadAltered']],
    ['a payload where there was none', changed(2, { payload: { salt, text: '{}' } }), ['payloadAltered']],
    ['another salt', changed(1, { payload: { salt: 'x', text: '{"reason":"r"}' } }), ['payloadAltered']],
    ['no payload', changed(1, { payload: null }), ['payloadMissing']],
    ...bodiesWithout('tenant', 'subject', 'number', 'event', 'at', 'facts', 'v', 'previous', 'payload'),
    [
      'a subject of an unknown kind',
      rewritten(2, (body) => ({ ...body, subject: { kind: 'x', id: 'y' } })),
      ['bodyUnreadable'],
    ],
    ['a subject without an id', rewritten(2, (body) => ({ ...body, subject: { kind: 'person' } })), ['bodyUnreadable']],
    ['a list as body', rewritten(2, () => []), ['bodyUnreadable']],
    ['no JSON as body', changed(2, { body: '{' }), ['bodyUnreadable']],
  ])('is found with %s', (_what, events, expected) => {
    expect(codesOf(events)).toEqual(expected);
  });

  it('may lack a payload that a later event disposes of, and no other', () => {
    const disposal = (number: number): AuditEntry => ({
      subject,
      event: 'payload.disposed',
      actor: { kind: 'person', id: 'p' },
      facts: { number },
    });
    const without = (events: StoredEvent[], number: number) =>
      events.map((event) => (event.number === number ? { ...event, payload: null } : event));
    expect(codesOf(without(chainOf([...entries, disposal(2)]), 2))).toEqual([]);
    expect(codesOf(without(chainOf([...entries, disposal(1)]), 2))).toEqual(['payloadMissing']);
    const [first, second] = entries;
    const early = first && second ? [first, disposal(3), second] : [];
    expect(codesOf(without(chainOf(early), 3))).toEqual(['payloadMissing']);
  });

  it('answers whatever the rows hold, and never throws', () => {
    const row = fc.record({
      tenantId: fc.string(),
      subject: fc.record({ kind: fc.constant('invoice' as const), id: fc.string() }),
      number: fc.integer(),
      event: fc.string(),
      occurredAt: fc.string(),
      body: fc.oneof(fc.string(), fc.json(), fc.constantFrom(...chain.map((event) => event.body))),
      hash: fc.string(),
      payload: fc.option(fc.record({ salt: fc.string(), text: fc.string() })),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) =>
        expect(readChain(rows, sha256).hashes.size).toBeLessThanOrEqual(rows.length),
      ),
    );
  });
});

describe('a chain beside its head and its seals', () => {
  const reading = readChain(chain, sha256);
  const head = (number: number): ChainHead => ({ number, hash: chain[number - 1]?.hash ?? 'x' });
  it.each<[string, typeof reading, ChainHead | null, readonly ChainHead[], readonly ProblemCode[]]>([
    ['as it should be', reading, head(3), [head(1), head(3)], []],
    ['with no head', reading, null, [head(1)], ['headDiffers']],
    ['with an earlier head', reading, head(2), [], ['headDiffers']],
    ['with another hash in its head', reading, { number: 3, hash: 'x' }, [], ['headDiffers']],
    ['with a later head', reading, head(4), [], ['tailCut']],
    ['with nothing left', readChain([], sha256), null, [head(3)], ['sealedEventMissing', 'headDiffers']],
    ['with a sealed event gone', readChain(chain.slice(0, 2), sha256), head(2), [head(3)], ['sealedEventMissing']],
    ['with a sealed event rebuilt', reading, head(3), [{ number: 2, hash: 'x' }], ['sealedEventDiffers']],
  ])('%s', (_what, read, headRow, sealed, expected) => {
    expect(compareChain(tenant, subject, read, headRow, sealed).map((problem) => problem.code)).toEqual(expected);
  });
});

const heads: readonly SealedHead[] = ['b', 'a', 'c'].map((id, index) => ({
  tenantId: tenant,
  subject: { kind: 'invoice', id },
  number: index + 1,
  hash: sha256(id),
}));

const sealed = (previous: ChainHead | null, members = heads): Seal => ({
  ...nextSeal(members, previous, at, sha256),
  sealedAt: at,
  signature: 'signed',
  keyId: 'key',
});

describe('a seal', () => {
  const [first, second] = [sealed(null), sealed(sealed(null))];
  const news: Seal = { ...first, ...nextSeal(heads, null, at, sha256, 'next') };
  const afterNews = sealed(news);
  const valid = () => 'valid' as const;

  it('counts on, names the seal before, and does not care in which order it saw the heads', () => {
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(JSON.parse(second.body)).toMatchObject({ v: 1, seal: 2, previous: first.hash, tenants: 1, at });
    expect(first.body).not.toContain('nextKey');
    expect(headsDigest([...heads].reverse(), sha256)).toBe(headsDigest(heads, sha256));
    expect(headsDigest(heads.slice(1), sha256)).not.toBe(headsDigest(heads, sha256));
  });

  it.each<
    [string, Seal, Seal | null, readonly SealedHead[], () => 'valid' | 'wrong' | 'unknownKey', readonly ProblemCode[]]
  >([
    ['nothing wrong', second, first, heads, valid, []],
    ['another body', { ...second, body: `${second.body} ` }, first, heads, valid, ['sealAltered']],
    ['another time', { ...second, sealedAt: '2020-01-01T00:00:00.000Z' }, first, heads, valid, ['sealAltered']],
    ['another number', { ...second, number: 3 }, first, heads, valid, ['sealAltered', 'sealMissing']],
    [
      'no JSON',
      { ...second, body: 'x', hash: sha256('x') },
      first,
      heads,
      valid,
      ['sealAltered', 'sealChainBroken', 'sealMembersAltered'],
    ],
    ['another seal before it', second, { ...first, hash: 'x' }, heads, valid, ['sealChainBroken']],
    ['a seal missing before it', sealed({ number: 2, hash: first.hash }), first, heads, valid, ['sealMissing']],
    ['no seal before it', second, null, heads, valid, ['sealChainBroken', 'sealMissing']],
    ['a member less', second, first, heads.slice(1), valid, ['sealMembersAltered']],
    ['another member', second, first, heads.map((one) => ({ ...one, number: 9 })), valid, ['sealMembersAltered']],
    ['a wrong signature', second, first, heads, () => 'wrong', ['sealSignatureWrong']],
    ['an unknown key', second, first, heads, () => 'unknownKey', ['sealKeyUnknown']],
    ['another key than before', { ...second, keyId: 'other' }, first, heads, valid, ['sealKeyUnannounced']],
    ['an announced key', { ...afterNews, keyId: 'next' }, news, heads, valid, []],
    ['a key after another was announced', afterNews, news, heads, valid, ['sealKeyUnannounced']],
  ])('is checked: %s', (_what, seal, previous, members, signed, expected) => {
    expect(checkSeal(seal, previous, members, signed, sha256).map((problem) => problem.code)).toEqual(expected);
  });

  it('is compared with what has left the database', () => {
    const anchored = [first, second].map(({ number, hash }) => ({ number, hash }));
    expect(compareAnchor([first, second], anchored)).toEqual([]);
    expect(compareAnchor([first, second], anchored.slice(0, 1))).toEqual([]);
    expect(compareAnchor([first], anchored)).toMatchObject([{ code: 'sealMissing', number: 2 }]);
    expect(compareAnchor([{ ...first, hash: 'x' }, second], anchored)).toMatchObject([
      { code: 'anchorDiffers', number: 1 },
    ]);
  });
});

describe('the events', () => {
  it('are a closed list in both languages', () => {
    expect(isAuditEventName('invoice.paid')).toBe(true);
    expect(isAuditEventName('toString')).toBe(false);
    for (const { de, en } of Object.values(auditEvents)) expect([de, en].every((text) => text.length > 3)).toBe(true);
  });

  it('tell every action of the lifecycle apart', () => {
    const events = Object.values(eventOfAction);
    expect(new Set(events).size).toBe(events.length);
  });
});
