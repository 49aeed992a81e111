import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import type { paths } from '../../generated/api.js';
import { useWords } from '../../words/words.js';
import { useAccess } from './access.js';
import { peopleQuery } from './administration-queries.js';
import { subjectAnswerWords } from './subject-answer.words.js';

type Route = paths['/api/v1/subject-answers']['post'];
type Wanted = Route['requestBody']['content']['application/json'];
type Answer = Route['responses'][200]['content']['application/json'];

const SUPPLIERS = ['mail', 'name', 'vatId'] as const;

/** What is stored about somebody who asks: drawn up here, handed out by whoever has asked for it. */
export function SubjectAnswerPart() {
  const say = useWords(subjectAnswerWords);
  const [by, setBy] = useState<Wanted['by']>('mail');
  const [value, setValue] = useState('');
  const change = useChange({
    send: (wanted: Wanted, key) =>
      answerOf(api.POST('/api/v1/subject-answers', { params: { header: { 'Idempotency-Key': key } }, body: wanted })),
  });
  const choose = (wanted: Wanted['by'] | '') => {
    if (wanted !== '') setBy(wanted);
    setValue('');
    change.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!change.isPending && value.trim() !== '') change.mutate({ by, value: value.trim() });
  };
  // People are listed for administration only.
  const kinds = useAccess() === 'change' ? (['staff', ...SUPPLIERS] as const) : SUPPLIERS;
  return (
    <section className="admin-setting">
      <h2 className="kern-heading-small">{say('title')}</h2>
      <p className="kern-body admin-lead">{say('lead')}</p>
      <form className="rule-draft__actions" onSubmit={submit} noValidate>
        <SelectField
          label={say('by')}
          value={by}
          options={kinds.map((one) => ({ value: one, label: say(one) }))}
          onValue={choose}
        />
        {by === 'staff' ? (
          <PersonField value={value} onValue={setValue} />
        ) : (
          <TextField label={say('value')} value={value} onValue={setValue} />
        )}
        <Button type="submit" kind="primary" busy={change.isPending}>
          {say('draw')}
        </Button>
      </form>
      {change.error && <ProblemPanel error={change.error} />}
      <div role="status">{change.data && <Drawn answer={change.data} />}</div>
    </section>
  );
}

interface PersonFieldProps {
  readonly value: string;
  readonly onValue: (id: string) => void;
}

function PersonField({ value, onValue }: PersonFieldProps) {
  const say = useWords(subjectAnswerWords);
  const { data = [] } = useQuery(peopleQuery);
  const options = data.map(({ id, displayName }) => ({ value: id, label: displayName }));
  return <SelectField label={say('person')} none="–" value={value} options={options} onValue={onValue} />;
}

/** Saved, not shown: it holds what is not for this screen. */
function Drawn({ answer: { facts, html, markdown } }: { readonly answer: Answer }) {
  const say = useWords(subjectAnswerWords);
  const name = say('file');
  return (
    <>
      <p className="kern-body">{say('found', { count: facts.items.length })}</p>
      <div className="rule-draft__actions">
        <Button onClick={() => save(html, 'text/html', `${name}.html`)}>{say('html')}</Button>
        <Button onClick={() => save(markdown, 'text/markdown', `${name}.md`)}>{say('markdown')}</Button>
        <Button onClick={() => save(JSON.stringify(facts, null, 2), 'application/json', `${name}.json`)}>
          {say('json')}
        </Button>
      </div>
    </>
  );
}

function save(content: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
