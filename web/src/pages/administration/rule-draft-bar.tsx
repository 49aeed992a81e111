import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { SelectField } from '../../components/select-field.js';
import { toast } from '../../components/toasts.js';
import { useWords } from '../../words/words.js';
import { ADMINISTRATION_KEY } from './administration-queries.js';
import { ChangeProblem } from './change-problem.js';
import { sentRules, type RuleSet } from './rule-drafts.js';
import { ruleWords } from './rules.words.js';
import { SimulationResult } from './simulation-result.js';

interface RuleDraftBarProps {
  readonly set: RuleSet;
  readonly onDiscard: () => void;
}

const samples = ['100', '500', '2000', '5000'] as const;
type Sample = (typeof samples)[number];

/** What has been changed holds only once it is saved; before, it can be tried out on what has come lately. */
export function RuleDraftBar({ set, onDiscard }: RuleDraftBarProps) {
  const say = useWords(ruleWords);
  const [last, setLast] = useState<Sample>('500');
  const trial = useMutation({
    mutationFn: (rules: RuleSet['rules']) =>
      answerOf(
        api.POST('/api/v1/administration/routing-rules/simulation', {
          body: { rules: sentRules(rules), last: Number(last) },
        }),
      ),
  });
  const save = useSaveRules(set, onDiscard);
  return (
    <section className="rule-draft" aria-labelledby="rule-draft-title">
      <h2 className="kern-heading-small" id="rule-draft-title">
        {say('draftTitle')}
      </h2>
      <p className="kern-body">{say('draftText')}</p>
      {save.error && <ChangeProblem error={save.error} onReload={onDiscard} />}
      <div className="rule-draft__actions">
        <SelectField
          label={say('sample')}
          value={last}
          options={samples.map((value) => ({ value, label: say('sampleOf', { count: value }) }))}
          onValue={(value) => setLast(value === '' ? '500' : value)}
        />
        <Button icon="search" busy={trial.isPending} onClick={() => trial.mutate(set.rules)}>
          {say('tryOut')}
        </Button>
        <Button kind="primary" busy={save.isPending} onClick={() => save.mutate(set)}>
          {say('saveRules')}
        </Button>
        <Button kind="tertiary" onClick={onDiscard}>
          {say('discard')}
        </Button>
      </div>
      {trial.error && <ProblemPanel error={trial.error} />}
      {trial.data && <SimulationResult result={trial.data} outdated={trial.variables !== set.rules} />}
    </section>
  );
}

function useSaveRules({ version }: RuleSet, onSaved: () => void) {
  const say = useWords(ruleWords);
  return useChange({
    send: ({ rules }: RuleSet, key) =>
      answerOf(
        api.PUT('/api/v1/administration/routing-rules', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': `"${version}"` } },
          body: { rules: sentRules(rules) },
        }),
      ),
    renews: [ADMINISTRATION_KEY],
    onDone: (answer) => {
      toast('success', say('rulesSaved', { version: answer.version }));
      onSaved();
    },
  });
}
