import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { useLanguage, type Language } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { CounterProblem } from '../counter/counter-problem.js';
import { notifyWords } from './notify.words.js';

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LONGEST = 254;

interface Wanted {
  readonly address: string;
  readonly language: Language;
}

/** Asks for mails about later steps; whoever reads the address's mail has to confirm. Asking twice does no harm. */
export function NotifyForm({ token }: { readonly token: string }) {
  const say = useWords(notifyWords);
  const [address, setAddress] = useState('');
  const own = useLanguage();
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? own;
  const [tried, setTried] = useState(false);
  const ask = useMutation({
    mutationFn: (body: Wanted) =>
      answerOf(api.POST('/api/v1/tracking/{token}/notifications', { params: { path: { token } }, body })),
  });
  const isAddress = ADDRESS.test(address.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isAddress && !ask.isPending) ask.mutate({ address: address.trim(), language });
  };
  return (
    <section className="notify" aria-labelledby="notify-title">
      <h2 id="notify-title" className="kern-heading-small">
        {say('title')}
      </h2>
      <p className="kern-body">{say('intro')}</p>
      <form className="form narrow" onSubmit={submit} noValidate>
        <TextField
          label={say('address')}
          type="email"
          autoComplete="email"
          maxLength={LONGEST}
          value={address}
          onValue={setAddress}
          error={tried && !isAddress ? say('addressWrong') : null}
        />
        <SelectField
          label={say('language')}
          value={language}
          options={[
            { value: 'de', label: say('german') },
            { value: 'en', label: say('english') },
          ]}
          onValue={(value) => setChosen(value === '' ? null : value)}
        />
        <Button type="submit" icon="mail" busy={ask.isPending}>
          {say('ask')}
        </Button>
      </form>
      {ask.isSuccess && (
        <Notice kind="success" title={say('asked')} urgent>
          <p className="kern-body">{say('askedWhy', { address: ask.variables.address })}</p>
        </Notice>
      )}
      {ask.error && <CounterProblem error={ask.error} />}
    </section>
  );
}
