import { Button } from '../../components/button.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import { administrationWords } from './administration.words.js';
import { useConditionsInWords } from './condition-words.js';
import { useDepartmentName } from './department-names.js';
import { Entry } from './listed.js';
import { ruleWords } from './rules.words.js';
import type { DraftRule } from './rule-drafts.js';

interface RuleEntryProps {
  readonly rule: DraftRule;
  readonly index: number;
  readonly count: number;
  readonly onMove: (step: 1 | -1) => void;
  readonly onChange: () => void;
  readonly onEnd: () => void;
}

/** A rule as a sentence, with its place in the order. */
export function RuleEntry({ rule, index, count, onMove, onChange, onEnd }: RuleEntryProps) {
  const say = useWords(ruleWords);
  const sayAll = useWords(administrationWords);
  const inWords = useConditionsInWords();
  const departmentName = useDepartmentName();
  const { name } = rule;
  const actions = (
    <>
      <MoveButton label={say('up', { name })} arrow="↑" atEnd={index === 0} onMove={() => onMove(-1)} />
      <MoveButton label={say('down', { name })} arrow="↓" atEnd={index === count - 1} onMove={() => onMove(1)} />
      <Button small onClick={onChange}>
        {sayAll('change')}
      </Button>
      <Button
        small
        onClick={({ currentTarget }) => {
          const list = currentTarget.closest('ol');
          onEnd();
          requestAnimationFrame(() => focusRule(list, index));
        }}
      >
        {say('retire')}
      </Button>
    </>
  );
  return (
    <Entry
      title={`${index + 1}. ${name}`}
      actions={useMayChange() && actions}
      actionsLabel={sayAll('actionsOf', { name })}
    >
      <p className="kern-body">{say('sentence', { when: inWords(rule.when) })}</p>
      <p className="kern-body">
        → <strong>{departmentName(rule.departmentId)}</strong>
      </p>
    </Entry>
  );
}

/** After a rule has gone the keyboard goes on with the one in its place; where none is left, at the page's top. */
function focusRule(list: HTMLOListElement | null, index: number): void {
  const rules = list?.isConnected ? list.children : [];
  const next = rules[Math.min(index, rules.length - 1)]?.querySelector<HTMLElement>('button');
  (next ?? document.querySelector<HTMLElement>('h1'))?.focus();
}

interface MoveButtonProps {
  readonly label: string;
  readonly arrow: string;
  readonly atEnd: boolean;
  readonly onMove: () => void;
}

/** Stays focusable at the end of the list, so that the keyboard does not lose its place while a rule moves. */
const MoveButton = ({ label, arrow, atEnd, onMove }: MoveButtonProps) => (
  <button
    type="button"
    className="kern-btn kern-btn--secondary kern-btn--x-small admin-move"
    aria-label={label}
    aria-disabled={atEnd ? true : undefined}
    onClick={() => !atEnd && onMove()}
  >
    <span className="kern-label" aria-hidden="true">
      {arrow}
    </span>
  </button>
);
