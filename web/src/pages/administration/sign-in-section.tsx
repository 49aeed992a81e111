import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { useWords, type Say } from '../../words/words.js';
import { useMayChange } from './access.js';
import { signInSettingQuery } from './administration-queries.js';
import { SettingPart } from './counter-section.js';
import { proposalWords } from './proposals.words.js';
import { Section } from './section.js';
import { SettingProblem } from './setting-problem.js';
import { signInWords } from './sign-in.words.js';
import { WaitingProposal, type SettingLine } from './waiting-proposal.js';

type SeenSignIn = Awaited<ReturnType<NonNullable<Exclude<typeof signInSettingQuery.queryFn, symbol>>>>;
type SignInSetting = SeenSignIn['value']['value'];

interface SeenProps {
  readonly seen: SeenSignIn;
  readonly onReload: () => void;
}

/** Whether a second factor is required, and whether an order asks for it anew. */
export function SignInSection() {
  const say = useWords(signInWords);
  return (
    <Section title={say('title')} lead={say('lead')}>
      <SettingPart title={say('part')} query={signInSettingQuery}>
        {(seen, onReload) => <SignInSettingPart {...{ seen, onReload }} />}
      </SettingPart>
    </Section>
  );
}

/** While something waits for a second person, nothing else can be proposed: what waits stands in the form's place. */
function SignInSettingPart({ seen, onReload }: SeenProps) {
  const say = useWords(signInWords);
  const { proposal, value } = seen.value;
  if (proposal === null) return <SignInForm seen={seen} onReload={onReload} />;
  return (
    <WaitingProposal {...{ proposal, onReload }} before={linesOf(value, say)} after={linesOf(proposal.value, say)} />
  );
}

const linesOf = (
  { secondFactor, freshMinutes }: SignInSetting,
  say: Say<keyof typeof signInWords>,
): readonly SettingLine[] => [
  { label: say('secondFactor'), text: say(secondFactor) },
  { label: say('freshLine'), text: freshMinutes === null ? say('never') : say('after', { minutes: freshMinutes }) },
];

function SignInForm({ seen, onReload }: SeenProps) {
  const say = useWords(signInWords);
  const sayProposal = useWords(proposalWords);
  const before = seen.value.value;
  const [secondFactor, setSecondFactor] = useState(before.secondFactor);
  const [fresh, setFresh] = useState(before.freshMinutes === null ? '' : String(before.freshMinutes));
  const [tried, setTried] = useState(false);
  const mayChange = useMayChange();
  const change = useProposeSignIn(seen.etag, onReload);
  const freshMinutes = minutesOf(fresh);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!change.isPending && freshMinutes !== undefined) change.mutate({ secondFactor, freshMinutes });
  };
  return (
    <form className="form admin-form" onSubmit={submit} noValidate>
      {change.error && <SettingProblem error={change.error} onReload={onReload} />}
      <SelectField
        label={say('secondFactor')}
        options={(['required', 'voluntary'] as const).map((value) => ({ value, label: say(value) }))}
        {...{ value: secondFactor, disabled: !mayChange }}
        onValue={(value) => value !== '' && setSecondFactor(value)}
      />
      <TextField
        label={say('fresh')}
        hint={say('freshHint')}
        {...{ optional: true, inputMode: 'numeric', readOnly: !mayChange, value: fresh, onValue: setFresh }}
        error={tried && freshMinutes === undefined ? say('freshWrong') : null}
      />
      {mayChange && (
        <>
          <p className="kern-body kern-body--small admin-muted">{say('twoPeople')}</p>
          <Button kind="primary" type="submit" busy={change.isPending}>
            {sayProposal('propose')}
          </Button>
        </>
      )}
    </form>
  );
}

/** null: nothing is entered; undefined: no whole number from 1 to 60. */
function minutesOf(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const minutes = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return minutes >= 1 && minutes <= 60 ? minutes : undefined;
}

function useProposeSignIn(etag: string, onProposed: () => void) {
  const say = useWords(proposalWords);
  return useChange({
    send: (body: SignInSetting, key) =>
      answerOf(
        api.POST('/api/v1/administration/settings/signIn/proposals', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body,
        }),
      ),
    onDone: () => {
      toast('success', say('proposed'));
      onProposed();
    },
  });
}
