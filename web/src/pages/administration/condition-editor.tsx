import { useId } from 'react';
import { Button } from '../../components/button.js';
import { SelectField } from '../../components/select-field.js';
import { useWords } from '../../words/words.js';
import { ComparisonEditor } from './comparison-editor.js';
import { newComparison, newGroup, type Draft, type GroupDraft } from './condition-draft.js';
import { ruleWords } from './rules.words.js';

/** Problems in words by the draft that they are about. */
export type DraftProblems = ReadonlyMap<string, readonly string[]>;

interface GroupEditorProps {
  readonly group: GroupDraft;
  /** "" for the outermost, else "2.1". */
  readonly place: string;
  readonly problems: DraftProblems;
  readonly onChange: (id: string, change: (part: Draft) => Draft | null) => void;
}

const meanings = {
  all: { join: 'all', negated: false },
  any: { join: 'any', negated: false },
  notAll: { join: 'all', negated: true },
  none: { join: 'any', negated: true },
} as const;

type Meaning = keyof typeof meanings;
const meaningNames = ['all', 'any', 'notAll', 'none'] as const satisfies readonly Meaning[];

const meaningOf = ({ join, negated }: GroupDraft): Meaning =>
  meaningNames.find((name) => meanings[name].join === join && meanings[name].negated === negated) ?? 'all';

/** Conditions that count together; groups may stand within. */
export function GroupEditor({ group, place, problems, onChange }: GroupEditorProps) {
  const say = useWords(ruleWords);
  const id = useId();
  const title = place === '' ? say('conditions') : say('group', { place });
  const add = (part: Draft) => () =>
    onChange(group.id, (old) => (old.kind === 'group' ? { ...old, parts: [...old.parts, part] } : old));
  return (
    <div className="condition-group" role="group" aria-labelledby={id}>
      <PartHead {...{ id, title }} onRemove={place === '' ? null : () => onChange(group.id, () => null)} />
      <SelectField
        label={say('holds')}
        value={meaningOf(group)}
        options={meaningNames.map((value) => ({ value, label: say(value) }))}
        onValue={(meaning) => onChange(group.id, (old) => ({ ...old, ...meanings[meaning === '' ? 'all' : meaning] }))}
      />
      <Problems texts={problems.get(group.id)} />
      <ol className="condition-parts">
        {group.parts.map((part, index) => (
          <li key={part.id}>
            <PartEditor
              part={part}
              place={[place, index + 1].filter((step) => step !== '').join('.')}
              {...{ problems, onChange }}
            />
          </li>
        ))}
      </ol>
      <div className="button-row">
        <Button small icon="add" onClick={() => add(newComparison())()}>
          {say('addCondition')}
        </Button>
        <Button small icon="add" onClick={() => add(newGroup('any', [newComparison()]))()}>
          {say('addGroup')}
        </Button>
      </div>
    </div>
  );
}

interface PartEditorProps extends Omit<GroupEditorProps, 'group'> {
  readonly part: Draft;
}

function PartEditor({ part, place, problems, onChange }: PartEditorProps) {
  const say = useWords(ruleWords);
  const id = useId();
  if (part.kind === 'group') return <GroupEditor group={part} {...{ place, problems, onChange }} />;
  return (
    <div className="condition" role="group" aria-labelledby={id}>
      <PartHead {...{ id }} title={say('condition', { place })} onRemove={() => onChange(part.id, () => null)} />
      <ComparisonEditor
        draft={part}
        problem={problems.get(part.id)?.join(' ') ?? null}
        onDraft={(draft) => onChange(part.id, () => draft)}
      />
    </div>
  );
}

interface PartHeadProps {
  readonly id: string;
  readonly title: string;
  readonly onRemove: (() => void) | null;
}

function PartHead({ id, title, onRemove }: PartHeadProps) {
  const say = useWords(ruleWords);
  return (
    <div className="condition-head">
      <span className="kern-label" id={id}>
        {title}
      </span>
      {onRemove && (
        <Button small kind="tertiary" icon="close" onClick={onRemove}>
          {say('removePart', { part: title })}
        </Button>
      )}
    </div>
  );
}

const Problems = ({ texts }: { readonly texts: readonly string[] | undefined }) =>
  texts ? (
    <p className="kern-error" role="alert">
      <span className="kern-body">{texts.join(' ')}</span>
    </p>
  ) : null;
