import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { ProblemError } from '../../api/problem.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { SelectField } from '../../components/select-field.js';
import { Skeleton } from '../../components/skeleton.js';
import { TextField } from '../../components/text-field.js';
import { useLanguage } from '../../words/language.js';
import { useWords, type Say } from '../../words/words.js';
import { administrationWords } from './administration.words.js';
import {
  draftAt,
  draftOf,
  newComparison,
  newGroup,
  replaced,
  writeConditions,
  type Draft,
  type GroupDraft,
  type PlacedProblem,
  type Written,
} from './condition-draft.js';
import { GroupEditor, type DraftProblems } from './condition-editor.js';
import { useRoutingFields } from './condition-words.js';
import { useDepartmentOptions } from './department-names.js';
import { FormDialog } from './form-dialog.js';
import type { DraftRule } from './rule-drafts.js';
import { ruleWords } from './rules.words.js';

interface RuleFormProps {
  /** null: a new one. */
  readonly rule: DraftRule | null;
  /** Takes the rule into the draft of the set. */
  readonly onDraft: (rule: DraftRule) => void;
  readonly onClose: () => void;
}

/** Waits for the fields that a rule can look at: without them stored conditions cannot be read. */
export function RuleForm(props: RuleFormProps) {
  const say = useWords(ruleWords);
  const { ready, error, refetch } = useRoutingFields();
  if (ready) return <LoadedRuleForm {...props} />;
  return (
    <FormDialog title={say('add')} deed={say('toDraft')} busy error={null} onSubmit={() => {}} onClose={props.onClose}>
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />}
    </FormDialog>
  );
}

/** Asks the server whether the rule could be saved; nothing is stored. */
const checked = ({ id, name, when, departmentId }: DraftRule) =>
  answerOf(
    api.POST('/api/v1/administration/routing-rules/simulation', {
      body: { rules: [{ id, name, when, departmentId }], last: 0 },
    }),
  );

function LoadedRuleForm({ rule, onDraft, onClose }: RuleFormProps) {
  const say = useWords(ruleWords);
  const sayAll = useWords(administrationWords);
  const options = useDepartmentOptions();
  const [name, setName] = useState(rule?.name ?? '');
  const [department, setDepartment] = useState(rule?.departmentId ?? '');
  const [tried, setTried] = useState(false);
  const { draft, change: changeDraft, write } = useDraft(rule);
  const [sent, setSent] = useState<Written['places']>(new Map());
  const change = useMutation({
    mutationFn: checked,
    onSuccess: (_, wanted) => {
      onDraft(wanted);
      onClose();
    },
  });
  const problems = problemsOf(change.error, sent, say);
  const submit = () => {
    setTried(true);
    if (name.trim() === '' || department === '') return;
    const { when, places } = write();
    setSent(places);
    const key = rule?.key ?? crypto.randomUUID();
    change.mutate({ key, id: rule?.id ?? null, name: name.trim(), departmentId: department, when });
  };
  return (
    <FormDialog
      title={rule ? say('changeTitle', { name: rule.name }) : say('add')}
      deed={say('toDraft')}
      busy={change.isPending}
      error={problems.size > 0 ? new ProblemError('conditionsNotUsable', 422, '', say('notFilled')) : change.error}
      {...{ onSubmit: submit, onClose }}
    >
      <TextField
        label={sayAll('name')}
        hint={say('nameHint')}
        {...{ value: name, onValue: setName, maxLength: 200 }}
        error={tried && name.trim() === '' ? sayAll('missing') : null}
      />
      <GroupEditor group={draft} place="" problems={problems} onChange={changeDraft} />
      <SelectField
        label={say('goesTo')}
        none={sayAll('choose')}
        {...{ value: department, options, onValue: setDepartment }}
        error={tried && department === '' ? sayAll('unchosen') : null}
      />
    </FormDialog>
  );
}

function useDraft(rule: DraftRule | null) {
  const language = useLanguage();
  const { kindOf } = useRoutingFields();
  const [draft, setDraft] = useState<GroupDraft>(() =>
    rule ? draftOf(rule.when, kindOf, language) : newGroup('all', [newComparison()]),
  );
  const change = (id: string, how: (part: Draft) => Draft | null) =>
    setDraft((old) => {
      if (id !== old.id) return replaced(old, id, how);
      const changed = how(old);
      return changed?.kind === 'group' ? changed : old;
    });
  return { draft, change, write: () => writeConditions(draft, kindOf, language) };
}

/** What the server says of single conditions, at the conditions. */
function problemsOf(error: unknown, places: Written['places'], say: Say<keyof typeof ruleWords>): DraftProblems {
  const found = new Map<string, string[]>();
  if (!(error instanceof ProblemError) || error.code !== 'conditionsNotUsable') return found;
  for (const { code, path } of placedProblems(error.members['problems'])) {
    const id = draftAt(path.replace(/^rules\.0\./, ''), places) ?? places.get('when') ?? '';
    const words = isProblemCode(code) ? say(code) : code;
    found.set(id, [...new Set([...(found.get(id) ?? []), words])]);
  }
  return found;
}

const isProblemCode = (code: string): code is keyof typeof ruleWords => Object.hasOwn(ruleWords, code);

function placedProblems(json: unknown): readonly PlacedProblem[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((problem: { readonly code?: unknown; readonly path?: unknown }) =>
    typeof problem.code === 'string' && typeof problem.path === 'string'
      ? { code: problem.code, path: problem.path }
      : [],
  );
}
