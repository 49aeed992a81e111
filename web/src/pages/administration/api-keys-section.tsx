import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { Badge } from '../../components/badge.js';
import { Button } from '../../components/button.js';
import { formatDate } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import { apiKeysQuery, type ApiKey } from './administration-queries.js';
import { administrationWords } from './administration.words.js';
import { ApiKeyForm, isScope, type IssuedKey } from './api-key-form.js';
import { apiKeyWords } from './api-keys.words.js';
import { DeedDialog } from './deed-dialog.js';
import { Entry, Listed } from './listed.js';
import { OneTimeSecret } from './one-time-secret.js';
import { Section } from './section.js';

export function ApiKeysSection() {
  const say = useWords(apiKeyWords);
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const [issued, setIssued] = useState<IssuedKey | null>(null);
  const add = (
    <Button kind="primary" icon="add" onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  );
  return (
    <Section title={say('title')} lead={say('lead')} actions={add}>
      <Listed query={apiKeysQuery} empty={say('empty')} emptyText={say('emptyText')}>
        {(keys) => (
          <ul className="admin-list">
            {[...keys].sort(byUse).map((key) => (
              <KeyEntry key={key.id} apiKey={key} onRevoke={setRevoking} />
            ))}
          </ul>
        )}
      </Listed>
      {adding && <ApiKeyForm onClose={() => setAdding(false)} onIssued={setIssued} />}
      {revoking && <RevokeKey apiKey={revoking} onClose={() => setRevoking(null)} />}
      {issued && (
        <OneTimeSecret
          title={say('issuedTitle', { name: issued.name })}
          label={say('issuedLabel')}
          secret={issued.key}
          onClose={() => setIssued(null)}
        >
          {say('issuedText')}
        </OneTimeSecret>
      )}
    </Section>
  );
}

type KeyState = 'valid' | 'soon' | 'expired' | 'revoked';

const SOON_MS = 30 * 86_400_000;

function stateOf({ expiresAt, revokedAt }: ApiKey): KeyState {
  if (revokedAt !== null) return 'revoked';
  const left = new Date(expiresAt).getTime() - Date.now();
  if (left <= 0) return 'expired';
  return left < SOON_MS ? 'soon' : 'valid';
}

const order: Readonly<Record<KeyState, number>> = { soon: 0, valid: 0, expired: 1, revoked: 1 };

/** Those in use first, the newest of them on top. */
const byUse = (a: ApiKey, b: ApiKey): number =>
  order[stateOf(a)] - order[stateOf(b)] || b.createdAt.localeCompare(a.createdAt);

const looks = {
  valid: { badge: 'success', dates: 'validUntil' },
  soon: { badge: 'warning', dates: 'validUntil' },
  expired: { badge: 'danger', dates: 'expiredAt' },
  revoked: { badge: 'info', dates: 'revokedAt' },
} as const;

function KeyEntry({ apiKey, onRevoke }: { readonly apiKey: ApiKey; readonly onRevoke: (key: ApiKey) => void }) {
  const say = useWords(apiKeyWords);
  const sayAll = useWords(administrationWords);
  const language = useLanguage();
  const mayChange = useMayChange();
  const state = stateOf(apiKey);
  const day = (instant: string) => formatDate(instant.slice(0, 10), language);
  const ends = day(apiKey.revokedAt ?? apiKey.expiresAt);
  const revoke = (
    <Button small onClick={() => onRevoke(apiKey)}>
      {say('revoke')}
    </Button>
  );
  return (
    <Entry
      title={apiKey.name}
      badges={<Badge kind={looks[state].badge}>{say(state)}</Badge>}
      actions={mayChange && state !== 'revoked' && revoke}
      actionsLabel={sayAll('actionsOf', { name: apiKey.name })}
    >
      <p className="kern-body kern-body--small">
        {apiKey.scopes.map((scope) => (isScope(scope) ? say(scope) : scope)).join(' · ')}
      </p>
      <p className="kern-body kern-body--small">{say(looks[state].dates, { from: day(apiKey.createdAt), to: ends })}</p>
    </Entry>
  );
}

function RevokeKey({ apiKey: { id, name }, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const say = useWords(apiKeyWords);
  const send = (key: string) =>
    answerOf(
      api.POST('/api/v1/administration/api-keys/{id}/revocation', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
      }),
    );
  return (
    <DeedDialog
      title={say('revokeTitle', { name })}
      deed={say('revoke')}
      done={say('revokeDone', { name })}
      {...{ send, onClose }}
    >
      <p className="kern-body">{say('revokeText')}</p>
    </DeedDialog>
  );
}
