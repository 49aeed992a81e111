import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import type { textsSettingQuery } from './administration-queries.js';
import { FieldGroup } from './field-group.js';
import { SettingProblem } from './setting-problem.js';
import { settingWords } from './settings.words.js';

type SeenTexts = Awaited<ReturnType<NonNullable<Exclude<typeof textsSettingQuery.queryFn, symbol>>>>;
type TextsSetting = SeenTexts['value']['value'];

const names = ['imprint', 'privacy', 'accessibility'] as const;
type Name = (typeof names)[number];

interface Both {
  readonly de: string;
  readonly en: string;
}

type Entries = Readonly<Record<Name, Both>>;

const bothOf = (text: TextsSetting[Name]): Both => ({ de: text?.de ?? '', en: text?.en ?? '' });

const entriesOf = ({ imprint, privacy, accessibility }: TextsSetting): Entries => ({
  imprint: bothOf(imprint),
  privacy: bothOf(privacy),
  accessibility: bothOf(accessibility),
});

const textOf = ({ de, en }: Both): TextsSetting[Name] =>
  de.trim() === '' ? null : { de: de.trim(), en: en.trim() === '' ? null : en.trim() };

const isHalf = ({ de, en }: Both): boolean => de.trim() === '' && en.trim() !== '';

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

interface TextsFormProps {
  readonly seen: SeenTexts;
  readonly onReload: () => void;
}

/** What the law asks a public body to say on its pages, in its own words. */
export function TextsForm({ seen, onReload }: TextsFormProps) {
  const say = useWords(settingWords);
  const before = seen.value.value;
  const mayChange = useMayChange();
  const [entries, setEntries] = useState(() => entriesOf(before));
  const [feedback, setFeedback] = useState(before.feedbackAddress ?? '');
  const [tried, setTried] = useState(false);
  const change = useSaveTexts(seen.etag, onReload);
  const addressWrong = feedback.trim() !== '' && !isAddress(feedback);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (change.isPending || addressWrong || names.some((name) => isHalf(entries[name]))) return;
    const { imprint, privacy, accessibility } = entries;
    const texts = { imprint: textOf(imprint), privacy: textOf(privacy), accessibility: textOf(accessibility) };
    change.mutate({ ...texts, feedbackAddress: feedback.trim() === '' ? null : feedback.trim() });
  };
  return (
    <form className="form admin-form" onSubmit={submit} noValidate>
      {change.error && <SettingProblem error={change.error} onReload={onReload} />}
      {names.map((name) => (
        <TextPair
          key={name}
          name={name}
          text={entries[name]}
          error={tried && isHalf(entries[name]) ? say('germanMissing') : null}
          onText={(text) => setEntries({ ...entries, [name]: text })}
        />
      ))}
      <TextField
        label={say('feedback')}
        hint={say('feedbackHint')}
        {...{ type: 'email', optional: true, readOnly: !mayChange, value: feedback, onValue: setFeedback }}
        error={tried && addressWrong ? say('feedbackWrong') : null}
      />
      {mayChange && (
        <Button kind="primary" type="submit" busy={change.isPending}>
          {say('saveTexts')}
        </Button>
      )}
    </form>
  );
}

function useSaveTexts(etag: string, onSaved: () => void) {
  const say = useWords(settingWords);
  return useChange({
    send: (body: TextsSetting, key) =>
      answerOf(
        api.PUT('/api/v1/administration/settings/texts', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body,
        }),
      ),
    renews: [['town']],
    onDone: () => {
      toast('success', say('saved'));
      onSaved();
    },
  });
}

interface TextPairProps {
  readonly name: Name;
  readonly text: Both;
  readonly error: string | null;
  readonly onText: (text: Both) => void;
}

const MOST = 100_000;

function TextPair({ name, text, error, onText }: TextPairProps) {
  const say = useWords(settingWords);
  const mayChange = useMayChange();
  const shared = { optional: true, rows: 6, maxLength: MOST, readOnly: !mayChange };
  return (
    <FieldGroup legend={say(name)} hint={say('textHint')}>
      <div className="admin-columns">
        <TextArea
          {...shared}
          label={say('german', { text: say(name) })}
          {...{ lang: 'de', value: text.de, error }}
          onValue={(de) => onText({ ...text, de })}
        />
        <TextArea
          {...shared}
          label={say('english', { text: say(name) })}
          {...{ lang: 'en', value: text.en }}
          onValue={(en) => onText({ ...text, en })}
        />
      </div>
    </FieldGroup>
  );
}
