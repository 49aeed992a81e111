import { asDescribed, daysFor } from '../../demo/days.js';
import { demoInvoices } from '../../demo/make-invoices.js';
import { readPdf } from '../../src/adapters/pdf/read-pdf.js';
import { createFileExaminer } from '../../src/adapters/reader-process/examine-file.js';
import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import { strictOptions } from '../../src/domain/validation/examination-options.js';

const files = (await Promise.all([asDescribed, daysFor('2028-02-29')].map(demoInvoices))).flat();
const examine = createFileExaminer({ parseXml, readPdf });

describe('the verdicts on the files of the demonstration, on the day they are described for and on another', () => {
  it.each(files.map((file) => [file.fileName, file] as const))('%s: as the fixture says', async (name, file) => {
    const { verdict, rules } = file.expected;
    const { documents } = await examine(file.bytes, name, strictOptions);
    // An accepted file must be without any remark, so that a demonstration never shows a doubtful invoice as good.
    const findings = documents
      .flatMap((document) => document.findings)
      .filter(({ severity }) => severity === 'fatal' || verdict === 'accepted');
    expect({
      verdicts: documents.map((document) => document.verdict),
      rules: [...new Set(findings.map(({ rule }) => rule))].sort(),
    }).toEqual({ verdicts: [verdict], rules: [...rules].sort() });
  });
});
