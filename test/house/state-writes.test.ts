import { readdirSync } from 'node:fs';
import { parseText, sourceFiles, textOf } from './source-files.js';
import { callsOfTheWriter, setsStateBySql, STATE_CHANGER, stateWrites } from './state-writes.js';

const files = sourceFiles('src');

describe('The state of an invoice', () => {
  it('is written in one place, which is called from one place', () => {
    expect(files.flatMap(stateWrites)).toEqual(['the state writer']);
    expect(files.flatMap(callsOfTheWriter)).toEqual([STATE_CHANGER]);
  });

  it('is written by no function or trigger of the schema', () => {
    const schema = 'src/adapters/postgres/schema';
    const texts = readdirSync(schema).filter((name) => name.endsWith('.sql'));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((name) => setsStateBySql(textOf(`${schema}/${name}`) ?? ''))).toEqual([]);
  });

  it.each([
    `manager.update(InvoiceEntity, { id, state: 'routed' }, { state: 'paid' });`,
    `builder.update(InvoiceEntity).set({ ...columns, state });`,
    `invoice.state = 'paid';`,
    `manager.query("UPDATE eingang.invoice SET version = 2, state = 'paid' WHERE id = $1");`,
    'manager.query(`update invoice set (version, state) = (2, ${to}) where id = $1`);',
  ])('would be seen to be written elsewhere: %s', (text) => {
    expect(stateWrites(parseText('src/adapters/postgres/x.ts', text))).toEqual([
      expect.stringMatching('src/adapters/postgres/x.ts:1 writes the state of an invoice'),
    ]);
  });

  it.each([
    `manager.update(InvoiceEntity, { id, state: 'routed' }, { version: 2 });`,
    `manager.insert(InvoiceEntity, { id, state: 'received' });`,
    `manager.query("UPDATE eingang.invoice SET attempts = 2 WHERE state = 'received'");`,
    `manager.query("UPDATE eingang.invoice SET attempts = 2 WHERE id = (SELECT id FROM x WHERE state = 'received')");`,
    `manager.query("UPDATE eingang.invoice SET state_since = now()");`,
  ])('may be asked for: %s', (text) => {
    expect(stateWrites(parseText('src/adapters/postgres/x.ts', text))).toEqual([]);
  });
});
