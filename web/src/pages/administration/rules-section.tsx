import { useState } from 'react';
import { Button } from '../../components/button.js';
import { EmptyPanel } from '../../components/empty-panel.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { useWords } from '../../words/words.js';
import { DraftGuard } from './draft-guard.js';
import { RuleDraftBar } from './rule-draft-bar.js';
import { swapped, useRuleSet, withRule, type DraftRule } from './rule-drafts.js';
import { RuleEntry } from './rule-entry.js';
import { RuleForm } from './rule-form.js';
import { RuleVersions } from './rule-versions.js';
import { ruleWords } from './rules.words.js';
import { Section } from './section.js';

/** The rules are changed as a set: first as a draft, which can be tried out, then all at once. */
export function RulesSection() {
  const say = useWords(ruleWords);
  const { set, isDraft, error, refetch, edit, discard } = useRuleSet();
  const [open, setOpen] = useState<DraftRule | 'new' | null>(null);
  const add = (
    <Button icon="add" onClick={() => setOpen('new')}>
      {say('add')}
    </Button>
  );
  return (
    <Section title={say('title')} lead={say('lead')} actions={add}>
      {!set && (error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />)}
      {isDraft && <DraftGuard />}
      {set && isDraft && <RuleDraftBar set={set} onDiscard={discard} />}
      {set && (
        <RuleList
          rules={set.rules}
          onChange={setOpen}
          onMove={(index, step) => edit((rules) => swapped(rules, index, step))}
          onEnd={({ key }) => edit((rules) => rules.filter((rule) => rule.key !== key))}
        />
      )}
      {open !== null && (
        <RuleForm
          rule={open === 'new' ? null : open}
          onDraft={(rule) => edit((rules) => withRule(rules, rule))}
          onClose={() => setOpen(null)}
        />
      )}
      <RuleVersions />
    </Section>
  );
}

interface RuleListProps {
  readonly rules: readonly DraftRule[];
  readonly onChange: (rule: DraftRule) => void;
  readonly onMove: (index: number, step: 1 | -1) => void;
  readonly onEnd: (rule: DraftRule) => void;
}

function RuleList({ rules, onChange, onMove, onEnd }: RuleListProps) {
  const say = useWords(ruleWords);
  if (rules.length === 0) {
    return (
      <EmptyPanel title={say('empty')}>
        <p>{say('emptyText')}</p>
      </EmptyPanel>
    );
  }
  return (
    <ol className="admin-list">
      {rules.map((rule, index) => (
        <RuleEntry
          key={rule.key}
          {...{ rule, index }}
          count={rules.length}
          onMove={(step) => onMove(index, step)}
          onChange={() => onChange(rule)}
          onEnd={() => onEnd(rule)}
        />
      ))}
    </ol>
  );
}
