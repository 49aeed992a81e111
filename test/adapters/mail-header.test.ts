import { MailparserHeaders } from '../../src/adapters/mailbox/read-envelope.js';

const mail = (filling: number): Buffer =>
  Buffer.from(`From: a@handwerk.example\r\nX-Filling: ${'x'.repeat(filling)}\r\nAuto-Submitted: auto-replied\r\n\r\nx`);

describe('A header that is read', () => {
  it('is known to be cut where it is longer than what is read of one', async () => {
    const headers = new MailparserHeaders();
    expect(await headers.read(mail(10))).toMatchObject({ headers: { 'auto-submitted': ['auto-replied'] } });
    expect((await headers.read(mail(10))).isCut).toBeUndefined();
    expect(await headers.read(mail(300_000))).toMatchObject({ isCut: true });
    expect((await headers.read(Buffer.concat([mail(10), Buffer.alloc(300_000)]))).isCut).toBeUndefined();
  });
});
