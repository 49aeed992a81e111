import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { useWords } from '../../words/words.js';
import { DryRunResult } from './dry-run-result.js';
import { dryRunWords } from './dry-run.words.js';
import { Section } from './section.js';

const samples = ['50', '100', '500', '1000'] as const;
type Sample = (typeof samples)[number];

/** What the rule books of another day would say of invoices that have come already. */
export function DryRunSection() {
  const say = useWords(dryRunWords);
  const [day, setDay] = useState(() => new Date().toLocaleDateString('sv-SE'));
  const [last, setLast] = useState<Sample>('100');
  const run = useMutation({
    mutationFn: (body: { readonly day: string; readonly last: number }) =>
      answerOf(api.POST('/api/v1/administration/dry-runs', { body })),
  });
  const start = (event: FormEvent): void => {
    event.preventDefault();
    run.mutate({ day, last: Number(last) });
  };
  return (
    <Section title={say('title')} lead={say('lead')}>
      <form className="rule-draft__actions" onSubmit={start}>
        <TextField type="date" label={say('day')} value={day} onValue={setDay} />
        <SelectField
          label={say('last')}
          value={last}
          options={samples.map((value) => ({ value, label: say('latest', { count: value }) }))}
          onValue={(value) => setLast(value === '' ? '100' : value)}
        />
        <Button type="submit" kind="primary" icon="search" busy={run.isPending}>
          {say('run')}
        </Button>
      </form>
      {run.error && <ProblemPanel error={run.error} />}
      <div role="status">
        {run.isPending && <p className="kern-body">{say('running')}</p>}
        {run.data && !run.isPending && <DryRunResult result={run.data} />}
      </div>
    </Section>
  );
}
