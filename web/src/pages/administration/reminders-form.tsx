import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { CheckField } from '../../components/check-field.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import type { paths } from '../../generated/api.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import { FieldGroup } from './field-group.js';
import { remindersWords } from './reminders.words.js';
import { SettingProblem } from './setting-problem.js';

type Seen = paths['/api/v1/administration/settings/reminders']['get']['responses'][200]['content']['application/json'];
type RemindersSetting = Seen['value'];

/** Numbers of working days, with their bounds as the API has them; what is optional may be left empty. */
const WAITING = [
  { name: 'unclaimed', least: 1, optional: true },
  { name: 'unconfirmed', least: 1, optional: true },
  { name: 'unordered', least: 1, optional: true },
  { name: 'unanswered', least: 1, optional: true },
  { name: 'escalation', least: 1, optional: true },
  { name: 'again', least: 1, optional: false },
] as const;
const SKONTO = { name: 'skonto', least: 0, optional: true } as const;
const MOST = 60;

type Count = (typeof WAITING)[number] | typeof SKONTO;
type Counts = Readonly<Record<Count['name'], string>>;

const isRight = (text: string, { least, optional }: Count): boolean =>
  text.trim() === '' ? optional : /^\d{1,2}$/.test(text.trim()) && Number(text) >= least && Number(text) <= MOST;

const countOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

const domainsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((one) => one !== '');
const areDomains = (text: string): boolean =>
  domainsOf(text).every((one) => /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(one));

/** As it is typed. */
interface Draft {
  readonly on: boolean;
  readonly time: string;
  readonly interest: boolean;
  readonly domains: string;
  readonly counts: Counts;
}

const draftOf = ({ on, time, interest, domains, ...rest }: RemindersSetting): Draft => ({
  ...{ on, time, interest, domains: domains.join(', ') },
  counts: {
    ...{ unclaimed: shown(rest.unclaimed), unconfirmed: shown(rest.unconfirmed), unordered: shown(rest.unordered) },
    ...{ unanswered: shown(rest.unanswered), escalation: shown(rest.escalation), again: shown(rest.again) },
    skonto: shown(rest.skonto),
  },
});
const shown = (count: number | null): string => (count === null ? '' : String(count));

const settingOf = ({ on, time, interest, domains, counts }: Draft): RemindersSetting => ({
  ...{ on, time, interest, domains: domainsOf(domains), again: Number(counts.again), skonto: countOf(counts.skonto) },
  ...{ unclaimed: countOf(counts.unclaimed), unconfirmed: countOf(counts.unconfirmed) },
  ...{ unordered: countOf(counts.unordered), unanswered: countOf(counts.unanswered) },
  escalation: countOf(counts.escalation),
});

const isWhole = ({ time, domains, counts }: Draft): boolean =>
  time !== '' && areDomains(domains) && [...WAITING, SKONTO].every((count) => isRight(counts[count.name], count));

interface RemindersFormProps {
  readonly seen: { readonly etag: string; readonly value: Seen };
  readonly onReload: () => void;
}

export function RemindersForm({ seen, onReload }: RemindersFormProps) {
  const say = useWords(remindersWords);
  const [draft, setDraft] = useState(() => draftOf(seen.value.value));
  const [tried, setTried] = useState(false);
  const mayChange = useMayChange();
  const change = useSaveReminders(seen.etag, onReload);
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!change.isPending && isWhole(draft)) change.mutate(settingOf(draft));
  };
  return (
    <form className="form admin-form" onSubmit={submit} noValidate>
      {change.error && <SettingProblem error={change.error} onReload={onReload} />}
      <CheckField label={say('on')} checked={draft.on} disabled={!mayChange} onChecked={(on) => put({ on })} />
      <TextField
        label={say('time')}
        hint={say('timeHint')}
        {...{ type: 'time', readOnly: !mayChange, value: draft.time }}
        onValue={(time) => put({ time })}
        error={tried && draft.time === '' ? say('timeWrong') : null}
      />
      <DayFields {...{ draft, tried }} onDraft={setDraft} />
      <FieldGroup legend={say('losses')}>
        <CountField count={SKONTO} {...{ draft, tried }} onDraft={setDraft} />
        <CheckField
          label={say('interest')}
          checked={draft.interest}
          disabled={!mayChange}
          onChecked={(interest) => put({ interest })}
        />
      </FieldGroup>
      <TextField
        label={say('domains')}
        hint={say('domainsHint')}
        {...{ optional: true, readOnly: !mayChange, value: draft.domains }}
        onValue={(domains) => put({ domains })}
        error={tried && !areDomains(draft.domains) ? say('domainsWrong') : null}
      />
      {mayChange && (
        <Button kind="primary" type="submit" busy={change.isPending}>
          {say('save')}
        </Button>
      )}
    </form>
  );
}

interface DraftProps {
  readonly draft: Draft;
  readonly tried: boolean;
  readonly onDraft: (draft: Draft) => void;
}

function DayFields(props: DraftProps) {
  const say = useWords(remindersWords);
  return (
    <FieldGroup legend={say('days')} hint={say('daysHint')}>
      <div className="admin-columns">
        {WAITING.map((count) => (
          <CountField key={count.name} count={count} {...props} />
        ))}
      </div>
    </FieldGroup>
  );
}

function CountField({ count, draft, tried, onDraft }: DraftProps & { readonly count: Count }) {
  const say = useWords(remindersWords);
  const mayChange = useMayChange();
  const { name, least, optional } = count;
  const { counts } = draft;
  return (
    <TextField
      label={say(name)}
      {...{ inputMode: 'numeric', optional, readOnly: !mayChange, value: counts[name] }}
      onValue={(text) => onDraft({ ...draft, counts: { ...counts, [name]: text } })}
      error={tried && !isRight(counts[name], count) ? say('numberWrong', { least }) : null}
    />
  );
}

function useSaveReminders(etag: string, onSaved: () => void) {
  const say = useWords(remindersWords);
  return useChange({
    send: (body: RemindersSetting, key) =>
      answerOf(
        api.PUT('/api/v1/administration/settings/reminders', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body,
        }),
      ),
    onDone: () => {
      toast('success', say('saved'));
      onSaved();
    },
  });
}
