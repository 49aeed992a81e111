import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { Button } from '../../components/button.js';
import { PageHeading } from '../../components/page-heading.js';
import { TextField } from '../../components/text-field.js';
import { useWords } from '../../words/words.js';
import { townWords } from './town.words.js';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The first page: which towns there are is nobody's business, so it asks for the name instead of listing them. */
export function TownPage() {
  const say = useWords(townWords);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const slug = typed.trim().toLowerCase();
  const go = (to: '/t/$slug' | '/t/$slug/desk') => {
    setTried(true);
    if (SLUG.test(slug)) void navigate({ to, params: { slug } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go('/t/$slug');
  };
  return (
    <div className="narrow">
      <PageHeading title={say('title')} />
      <p className="kern-body">{say('intro')}</p>
      <form className="form" onSubmit={submit} noValidate>
        <TextField
          label={say('town')}
          hint={say('hint')}
          value={typed}
          onValue={setTyped}
          autoCapitalize="none"
          spellCheck={false}
          error={tried && !SLUG.test(slug) ? say('invalid') : null}
        />
        <div className="button-row">
          <Button kind="primary" type="submit">
            {say('submit')}
          </Button>
          <Button onClick={() => go('/t/$slug/desk')}>{say('desk')}</Button>
        </div>
      </form>
    </div>
  );
}
