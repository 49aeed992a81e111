import { CheckDocument } from '../../src/pipeline/check-document.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { value } from '../../demo/set-up-town.js';
import { StandingClock } from '../support/memory-ports.js';
import { Gate } from './gate.js';
import { aDocument, anInvoice, examined } from './town-hall.js';

const file = { fileName: 'a.xml', bytes: Buffer.from('<a/>') };

it('lets nobody have more than two files checked at the same time, and gives way as soon as one is done', async () => {
  const gate = new Gate(examined(aDocument(anInvoice('G-1'))));
  const checks = new CheckDocument(gate, new StandingClock());
  const waiting = [checks.check('here', file), checks.check('here', file)];
  await gate.entered;
  expect(codeOf(await checks.check('here', file))).toBe('checksBusy');
  const other = checks.check('there', file);
  gate.open();
  for (const outcome of [...waiting, other]) expect(value(await outcome)).toHaveLength(1);
  const [checked] = value(await checks.check('here', file));
  expect(checked?.keyData).toMatchObject({ number: 'G-1', totals: { gross: '119.00' } });
});

it('asks to come again where there is no reader, and says so of a file that breaks its reader', async () => {
  const answering = (answer: ConstructorParameters<typeof Gate>[0]) => {
    const gate = new Gate(answer);
    gate.open();
    return new CheckDocument(gate, new StandingClock());
  };
  const busy = answering({ kind: 'unavailable', cause: 'Too many documents are waiting.' });
  expect(codeOf(await busy.check('here', file))).toBe('checksBusy');
  expect(codeOf(await busy.check('here', file))).toBe('checksBusy');
  expect(codeOf(await answering({ kind: 'broke', cause: 'memory' }).check('here', file))).toBe('checkBroke');
});

const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'refused' ? outcome.refusal.code : 'done');
