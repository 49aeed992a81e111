/** `npm run bench -- NAME [options]`: benchmarks and fault runs, each a program of its own that reads its options itself. */
const programs: Readonly<
  Record<
    string,
    { readonly what: string; readonly load: () => Promise<{ run(words: readonly string[]): Promise<number> }> }
  >
> = {
  audit: {
    what: 'verifies a log of a million events: events per second in one process, and milliseconds for one invoice',
    load: () => import('./audit.js'),
  },
  fuzz: {
    what: 'mutates invoices and looks whether reading and judging them throws, hangs or takes too much memory',
    load: () => import('./fuzz.js'),
  },
  kill: {
    what: 'kills node, and node with PostgreSQL, at random moments during uploads, and looks what was lost',
    load: () => import('./kill.js'),
  },
  mail: {
    what: 'takes mails in while node is killed and the IMAP server restarted, and looks what was lost or came twice',
    load: () => import('./mail.js'),
  },
  queue: {
    what: 'asks what the desk asks, with 10,000 and with 1,000,000 invoices: milliseconds at the server, and their growth',
    load: () => import('./queue.js'),
  },
  read: {
    what: 'reads the XML invoices of a folder: documents per second of processor time',
    load: () => import('./read.js'),
  },
  validate: {
    what: 'reads and judges the XML invoices of a folder: documents per second beside the bare parse, start, memory, growth',
    load: () => import('./validate.js'),
  },
  web: {
    what: 'paints the queue and an invoice in Chromium with 100,000 invoices in the database: time from the click',
    load: () => import('./web.js'),
  },
};

const [name = '', ...words] = process.argv.slice(2);
const program = programs[name];
if (program) process.exitCode = await (await program.load()).run(words);
else {
  for (const [known, { what }] of Object.entries(programs))
    console.error(`npm run bench -- ${known.padEnd(10)} ${what}`);
  process.exitCode = 2;
}
