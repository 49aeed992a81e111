import { answerOf, api } from '../../api/client.js';
import { useWords } from '../../words/words.js';
import type { Grant, Person } from './administration-queries.js';
import { DeedDialog } from './deed-dialog.js';
import { useGrantInWords } from './grant-words.js';
import { grantWords } from './grants.words.js';

const deeds = {
  confirm: { title: 'confirmTitle', text: 'confirmText', deed: 'confirm', done: 'confirmed' },
  revoke: { title: 'revokeTitle', text: 'revokeText', deed: 'revoke', done: 'revoked' },
  dismiss: { title: 'dismissTitle', text: 'dismissText', deed: 'refuse', done: 'revoked' },
} as const;

interface GrantDeedProps {
  readonly kind: 'confirm' | 'revoke';
  readonly person: Person;
  readonly grant: Grant;
  readonly onClose: () => void;
}

/** The second person's word on a grant, or its end. */
export function GrantDeed({ kind, person: { displayName: name }, grant, onClose }: GrantDeedProps) {
  const say = useWords(grantWords);
  const inWords = useGrantInWords();
  const words = deeds[kind === 'revoke' && grant.confirmedAt === null ? 'dismiss' : kind];
  const { role, rest } = inWords(grant);
  const send = (key: string) => {
    const params = { path: { id: grant.id }, header: { 'Idempotency-Key': key } };
    return kind === 'confirm'
      ? answerOf(api.POST('/api/v1/administration/grants/{id}/confirmation', { params }))
      : answerOf(api.POST('/api/v1/administration/grants/{id}/revocation', { params }));
  };
  return (
    <DeedDialog title={say(words.title)} deed={say(words.deed)} done={say(words.done, { name })} {...{ send, onClose }}>
      <p className="kern-body">
        <strong>
          {name}: {role}
        </strong>
        <br />
        {rest}
      </p>
      <p className="kern-body">{say(words.text)}</p>
    </DeedDialog>
  );
}
