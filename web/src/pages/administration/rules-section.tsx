import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { toast } from '../../components/toasts.js';
import { useWords } from '../../words/words.js';
import { ADMINISTRATION_KEY, routingRulesQuery, type RoutingRule } from './administration-queries.js';
import { DeedDialog } from './deed-dialog.js';
import { Listed } from './listed.js';
import type { RuleDialog } from './rule-dialog.js';
import { RuleEntry } from './rule-entry.js';
import { RuleForm } from './rule-form.js';
import { ruleWords } from './rules.words.js';
import { Section } from './section.js';

export function RulesSection() {
  const say = useWords(ruleWords);
  const rules = useQuery(routingRulesQuery).data ?? [];
  const [dialog, setDialog] = useState<RuleDialog | null>(null);
  const close = () => setDialog(null);
  const last = Math.max(0, ...rules.map(({ position }) => position));
  const add = (
    <Button kind="primary" icon="add" onClick={() => setDialog({ kind: 'add' })}>
      {say('add')}
    </Button>
  );
  return (
    <Section title={say('title')} lead={say('lead')} actions={add}>
      <Listed query={routingRulesQuery} empty={say('empty')} emptyText={say('emptyText')}>
        {(listed) => <RuleList rules={listed} onDialog={setDialog} />}
      </Listed>
      {dialog?.kind === 'add' && <RuleForm rule={null} position={last + 1} onClose={close} />}
      {dialog?.kind === 'change' && <RuleForm rule={dialog.rule} position={dialog.rule.position} onClose={close} />}
      {dialog?.kind === 'retire' && <RetireRule rule={dialog.rule} onClose={close} />}
    </Section>
  );
}

interface RuleListProps {
  readonly rules: readonly RoutingRule[];
  readonly onDialog: (dialog: RuleDialog) => void;
}

/** The ids in another order: one rule changed places with its neighbour. */
function swapped(rules: readonly RoutingRule[], index: number, step: 1 | -1): string[] {
  const ids = rules.map(({ id }) => id);
  const [moved] = ids.splice(index, 1);
  if (moved !== undefined) ids.splice(index + step, 0, moved);
  return ids;
}

function RuleList({ rules, onDialog }: RuleListProps) {
  const say = useWords(ruleWords);
  const order = useChange({
    send: ({ ids }: { readonly ids: string[]; readonly name: string; readonly place: number }, key) =>
      answerOf(
        api.PUT('/api/v1/administration/routing-rule-order', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ids },
        }),
      ),
    renews: [ADMINISTRATION_KEY],
    onDone: (_, { name, place }) => toast('success', say('moved', { name, place })),
  });
  const move = (index: number, step: 1 | -1) => {
    const rule = rules[index];
    if (!rule || order.isPending || index + step < 0 || index + step >= rules.length) return;
    order.mutate({ ids: swapped(rules, index, step), name: rule.name, place: index + step + 1 });
  };
  return (
    <>
      {order.error && <ProblemPanel error={order.error} />}
      <ol className="admin-list">
        {rules.map((rule, index) => (
          <RuleEntry
            key={rule.id}
            {...{ rule, index, onDialog }}
            count={rules.length}
            onMove={(step) => move(index, step)}
          />
        ))}
      </ol>
    </>
  );
}

function RetireRule({ rule: { id, name }, onClose }: { readonly rule: RoutingRule; readonly onClose: () => void }) {
  const say = useWords(ruleWords);
  const send = (key: string) =>
    answerOf(
      api.POST('/api/v1/administration/routing-rules/{id}/retirement', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
      }),
    );
  return (
    <DeedDialog
      title={say('retireTitle', { name })}
      deed={say('retire')}
      done={say('retired', { name })}
      {...{ send, onClose }}
    >
      <p className="kern-body">{say('retireText')}</p>
    </DeedDialog>
  );
}
