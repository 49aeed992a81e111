import { useId, useRef, useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Badge, type BadgeKind } from '../../components/badge.js';
import { Button } from '../../components/button.js';
import { CheckField } from '../../components/check-field.js';
import { describedBy, FieldFrame } from '../../components/field-frame.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import type { paths } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { chartWords } from './chart.words.js';

type Preview = paths['/api/v1/administration/chart/preview']['post']['responses'][200]['content']['application/json'];
type PlannedLine = Preview['lines'][number];

interface Chosen {
  readonly fiscalYear: number;
  /** Base64. */
  readonly file: string;
  readonly closesOthers: boolean;
}

const MOST_BYTES = 700_000;

/** First what would change, line by line; only then can the very same file be imported. */
export function ChartImport() {
  const say = useWords(chartWords);
  const check = useChange({
    send: (body: Chosen) => answerOf(api.POST('/api/v1/administration/chart/preview', { body })),
  });
  const begin = (chosen: Chosen | null) => {
    check.reset();
    if (chosen) check.mutate(chosen);
  };
  return (
    <section className="admin-setting">
      <h2 className="kern-heading-small">{say('import')}</h2>
      <ImportForm busy={check.isPending} onCheck={begin} />
      {check.error && <ProblemPanel error={check.error} />}
      {check.isSuccess && <Planned preview={check.data} chosen={check.variables} onDone={() => begin(null)} />}
    </section>
  );
}

function ImportForm({ busy, onCheck }: { readonly busy: boolean; readonly onCheck: (chosen: Chosen | null) => void }) {
  const say = useWords(chartWords);
  const id = useId();
  const [year, setYear] = useState(String(new Date().getFullYear()));
  const [file, setFile] = useState<File | null>(null);
  const [closesOthers, setClosesOthers] = useState(false);
  const [tried, setTried] = useState(false);
  const [isGone, setGone] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const yearWrong = !/^2[01]\d\d$/.test(year.trim());
  const fileWrong = file === null || file.size > MOST_BYTES;
  const submit = async () => {
    setTried(true);
    if (busy || yearWrong || fileWrong) return;
    try {
      onCheck({ fiscalYear: Number(year), closesOthers, file: await base64Of(file) });
    } catch {
      // A browser reads no file that was changed after it was chosen; emptied, so that the same one can be chosen again.
      if (input.current) input.current.value = '';
      setFile(null);
      setGone(true);
      input.current?.focus();
    }
  };
  const fileError = say(isGone ? 'fileChanged' : 'fileMissing');
  const texts = { label: say('file'), hint: say('fileHint'), error: tried && fileWrong ? fileError : null };
  /** A plan holds for what was checked: with other entries it is none. */
  const withdrawing =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      onCheck(null);
    };
  const press = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form className="form admin-form" onSubmit={press} noValidate>
      <TextField
        label={say('year')}
        hint={say('yearHint')}
        {...{ inputMode: 'numeric', maxLength: 4, value: year, onValue: withdrawing(setYear) }}
        error={tried && yearWrong ? say('yearWrong') : null}
      />
      <FieldFrame id={id} {...texts}>
        <input
          {...{ id, ref: input, type: 'file', accept: '.csv,text/csv,text/plain', required: true }}
          className="kern-form-input__input"
          aria-invalid={texts.error ? true : undefined}
          aria-describedby={describedBy(id, texts)}
          onChange={({ target }) => {
            setFile(target.files?.[0] ?? null);
            setGone(false);
            onCheck(null);
          }}
        />
      </FieldFrame>
      <CheckField label={say('closesOthers')} checked={closesOthers} onChecked={withdrawing(setClosesOthers)} />
      <Button type="submit" busy={busy}>
        {say('check')}
      </Button>
    </form>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 32_768)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  return btoa(pieces.join(''));
}

interface PlannedProps {
  readonly preview: Preview;
  readonly chosen: Chosen;
  readonly onDone: () => void;
}

function Planned({ preview, chosen, onDone }: PlannedProps) {
  const say = useWords(chartWords);
  const { counts, lines, encoding } = preview;
  const year = chosen.fiscalYear;
  const faulty = (counts['refused'] ?? 0) > 0;
  const changed = Object.entries(counts).reduce((sum, [name, count]) => (name === 'unchanged' ? sum : sum + count), 0);
  const send = useChange({
    send: (body: Chosen, key) =>
      answerOf(
        api.POST('/api/v1/administration/chart/imports', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
    renews: [['chart'], ['invoices']],
    onDone: ({ fiscalYear }) => {
      toast('success', say('imported', { year: fiscalYear }));
      onDone();
    },
  });
  return (
    <div className="chart-plan">
      <Notice kind={faulty ? 'danger' : 'info'} title={say(faulty ? 'wouldFail' : 'wouldTitle', { year })} urgent>
        <p className="kern-body">{changed === 0 ? say('wouldNothing') : say('counts', counts)}</p>
        <p className="kern-body">{say('encoding', { encoding })}</p>
      </Notice>
      {lines.length > 0 && <PlannedLines {...{ lines, year }} />}
      {lines.length < changed && <p className="kern-body">{say('cut', { count: lines.length })}</p>}
      {send.error && <ProblemPanel error={send.error} />}
      {!faulty && changed > 0 && (
        <Button kind="primary" busy={send.isPending} onClick={() => send.mutate(chosen)}>
          {say('doImport')}
        </Button>
      )}
    </div>
  );
}

const badges: Readonly<Record<PlannedLine['change'], BadgeKind>> = {
  added: 'success',
  renamed: 'info',
  reopened: 'info',
  closed: 'warning',
  unchanged: 'info',
  refused: 'danger',
};

function PlannedLines({ lines, year }: { readonly lines: readonly PlannedLine[]; readonly year: number }) {
  const say = useWords(chartWords);
  const language = useLanguage();
  return (
    <div className="chart-plan__lines" role="region" tabIndex={0} aria-label={say('wouldTitle', { year })}>
      <table className="coding-table">
        <thead>
          <tr>
            {(['line', 'change', 'kind', 'number', 'name'] as const).map((column) => (
              <th key={column} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, change, fault, kind, number, name, before }, index) => (
            <tr key={index}>
              <td data-label={say('line')}>{line ?? '–'}</td>
              <td data-label={say('change')}>
                <Badge kind={badges[change]}>{say(change)}</Badge>
              </td>
              <td data-label={say('kind')}>{kind && say(kind)}</td>
              <td data-label={say('number')}>{number}</td>
              <td data-label={say('name')}>
                {name} {before !== null && <span className="coding-name">({say('was', { name: before })})</span>}
                {fault && <span className="chart-plan__fault">{inLanguage(fault, language)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
