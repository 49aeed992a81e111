import { expectedOutcomes } from '../../demo/expected-outcomes.js';
import { expectedSendings } from '../../demo/expected-sendings.js';
import { calculate } from '../../demo/invoices/calculation.js';
import * as described from '../../demo/invoices/more-descriptions.js';
import { writeUbl } from '../../demo/invoices/ubl-writer.js';
import { demoSendings } from '../../demo/sendings.js';
import { story } from '../../demo/story.js';
import { people } from '../../demo/town.js';
import { readPdf } from '../../src/adapters/pdf/read-pdf.js';
import { createFileExaminer } from '../../src/adapters/reader-process/examine-file.js';
import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import { checkIban } from '../../src/domain/invoice/iban.js';
import { captureProblems } from '../../src/domain/invoice/captured-terms.js';
import { strictOptions } from '../../src/domain/validation/examination-options.js';

const sendings = await demoSendings();
const examine = createFileExaminer({ parseXml, readPdf });

describe('what comes by mail and over the counter in the demonstration', () => {
  it('is made for every expected sending', () => {
    expect(sendings.map(({ name }) => name).sort()).toEqual(Object.keys(expectedSendings).sort());
    expect(new Set(sendings.map(({ channel }) => channel))).toEqual(new Set(['mail', 'counter']));
  });

  it('has invoices under names of their own, each named among the parts', () => {
    const names = sendings.flatMap(({ expected }) => Object.keys(expected.invoices));
    expect(new Set([...names, ...Object.keys(expectedOutcomes)]).size).toBe(
      names.length + Object.keys(expectedOutcomes).length,
    );
    for (const { expected } of sendings) {
      const made = expected.parts.filter((part) => /: (?:invoice|otherInvoice)$/.test(part));
      expect(made.map((part) => part.replace(/: .*$/, ''))).toEqual(Object.keys(expected.invoices));
    }
  });

  const files = sendings.flatMap(({ files, expected }) =>
    files.flatMap((file) => {
      const outcome = Object.entries(expected.invoices).find(([name]) => name === file.fileName)?.[1];
      return outcome ? [[file.fileName, file.bytes, outcome] as const] : [];
    }),
  );

  it.each(files)('%s: is judged as the fixture says', async (name, bytes, { verdict, rules }) => {
    const { documents } = await examine(bytes, name, strictOptions);
    const fatal = documents.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'fatal');
    expect({
      verdicts: documents.map((document) => document.verdict),
      rules: [...new Set(fatal.map(({ rule }) => rule))].sort(),
    }).toEqual({ verdicts: [verdict], rules: [...rules].sort() });
  });

  it('packs invoices that are accepted where they come in an archive or a forwarded mail', async () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
    for (const terms of [described.gravel, described.kerbs, described.doors]) {
      const { documents } = await examine(Buffer.from(writeUbl(calculate(terms))), 'a.xml', strictOptions);
      expect(documents.map(({ verdict, findings }) => [verdict, findings])).toEqual([['accepted', []]]);
    }
  });
});

describe('the story of the demonstration', () => {
  it('ends in every state that people and finance can leave an invoice in', () => {
    const ends = new Set(story.map(({ endsIn }) => endsIn));
    const states = ['routed', 'in_review', 'confirmed', 'approved', 'claimed', 'handed_over', 'clarification'];
    expect([...ends].sort()).toEqual(
      [...states, 'rejected', 'duplicate', 'declined', 'superseded', 'dismissed'].sort(),
    );
  });

  it('is played by people of the town, with a second one where two are needed', () => {
    const logins = people.map(({ login }) => login);
    const acting = story.flatMap(({ steps }) => steps.map(({ login }) => login));
    expect(acting.filter((login) => !logins.includes(login))).toEqual([]);
    for (const role of ['intake', 'bookkeeper', 'tenantAdmin'])
      expect(people.filter(({ grants }) => grants.some((grant) => grant.role === role))).toHaveLength(2);
  });

  it('captures what can be taken', () => {
    const captured = story.flatMap(({ steps }) => steps.flatMap(({ capture }) => capture ?? []));
    expect(captured).toHaveLength(1);
    for (const terms of captured) {
      expect(captureProblems(terms)).toEqual([]);
      expect(checkIban(terms.iban ?? '').kind).toBe('valid');
    }
  });
});
