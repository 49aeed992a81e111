import { CheckField } from '../../components/check-field.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { useWords } from '../../words/words.js';
import { administrationWords } from './administration.words.js';
import { FieldGroup } from './field-group.js';
import {
  auths,
  isPort,
  ports,
  securities,
  type EntriesProps,
  type LineEntries,
  type RenewalEntries,
  type Security,
} from './mailbox-entries.js';
import { mailboxWords } from './mailboxes.words.js';

/** Where mails are fetched, and what becomes of them there. */
export function ImapFields({ entries, tried, onEntries }: EntriesProps) {
  const say = useWords(mailboxWords);
  const { imap, auth, renewSecrets } = entries;
  return (
    <FieldGroup legend={say('imap')}>
      <SelectField
        label={say('auth')}
        value={auth}
        options={auths.map((value) => ({ value, label: say(value) }))}
        onValue={(value) => onEntries({ auth: value === '' ? 'password' : value })}
      />
      <LineFields
        kind="imap"
        line={imap}
        {...{ tried, renewSecrets }}
        secretLabel={say(auth === 'oauth2' && entries.renewal.tokenUrl !== '' ? 'refreshToken' : auth)}
        onLine={(line) => onEntries({ imap: line })}
      />
      {auth === 'oauth2' && <RenewalFields {...{ entries, tried, onEntries }} />}
      <FolderFields {...{ entries, tried, onEntries }} />
    </FieldGroup>
  );
}

/** Without these a token ends after about an hour. */
function RenewalFields({ entries, tried, onEntries }: EntriesProps) {
  const say = useWords(mailboxWords);
  const sayAll = useWords(administrationWords);
  const { renewal, renewSecrets } = entries;
  const set = (change: Partial<RenewalEntries>) => onEntries({ renewal: { ...renewal, ...change } });
  const { tokenUrl, clientId, scopes, client } = renewal;
  const clientMissing = tried && tokenUrl.trim() !== '' && clientId.trim() === '';
  return (
    <div className="admin-columns">
      <TextField
        label={say('tokenUrl')}
        hint={say('tokenUrlHint')}
        {...{ optional: true, value: tokenUrl, onValue: (text) => set({ tokenUrl: text }), maxLength: 1000 }}
        error={tried && tokenUrl.trim() !== '' && !URL.canParse(tokenUrl.trim()) ? say('tokenUrlWrong') : null}
      />
      <TextField
        label={say('clientId')}
        {...{ optional: true, value: clientId, onValue: (text) => set({ clientId: text }), maxLength: 500 }}
        error={clientMissing ? sayAll('missing') : null}
      />
      <TextField
        label={say('scopes')}
        {...{ optional: true, value: scopes, onValue: (text) => set({ scopes: text }), maxLength: 1000 }}
      />
      {renewSecrets && (
        <TextField
          label={say('clientSecret')}
          {...{ type: 'password', optional: true, value: client, onValue: (text) => set({ client: text }) }}
          maxLength={4000}
        />
      )}
    </div>
  );
}

function FolderFields({ entries, tried, onEntries }: EntriesProps) {
  const say = useWords(mailboxWords);
  const sayAll = useWords(administrationWords);
  const { folder, afterwards, target, since } = entries;
  const same = target.trim() !== '' && target.trim() === folder.trim();
  const missing = (text: string) => (tried && text.trim() === '' ? sayAll('missing') : null);
  return (
    <div className="admin-columns">
      <TextField
        label={say('folder')}
        {...{ value: folder, onValue: (text) => onEntries({ folder: text }), maxLength: 200, error: missing(folder) }}
      />
      <SelectField
        label={say('afterwards')}
        value={afterwards}
        options={(['markSeen', 'move'] as const).map((value) => ({ value, label: say(value) }))}
        onValue={(value) => onEntries({ afterwards: value === '' ? 'markSeen' : value })}
      />
      {afterwards === 'move' && (
        <TextField
          label={say('target')}
          {...{ value: target, onValue: (text) => onEntries({ target: text }), maxLength: 200 }}
          error={tried && same ? say('sameFolder') : missing(target)}
        />
      )}
      <TextField
        label={say('since')}
        hint={say('sinceHint')}
        {...{ type: 'date', optional: true, value: since, onValue: (text) => onEntries({ since: text }) }}
      />
    </div>
  );
}

interface LineFieldsProps {
  readonly kind: 'imap' | 'smtp';
  readonly line: LineEntries;
  readonly tried: boolean;
  /** Whether the secret is asked for. */
  readonly renewSecrets: boolean;
  readonly secretLabel: string;
  readonly onLine: (line: LineEntries) => void;
}

/** A server: where, how secured, as whom. */
export function LineFields({ kind, line, tried, renewSecrets, secretLabel, onLine }: LineFieldsProps) {
  const say = useWords(mailboxWords);
  const sayAll = useWords(administrationWords);
  const isImap = kind === 'imap';
  const secretNeeded = isImap || line.user.trim() !== '';
  const input = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false };
  const missing = (text: string) => (tried && text.trim() === '' ? sayAll('missing') : null);
  return (
    <>
      <ServerFields {...{ kind, line, tried, onLine }} />
      <div className="admin-columns">
        <TextField
          label={say('user')}
          hint={isImap ? undefined : say('smtpUserHint')}
          {...{ ...input, optional: !isImap, maxLength: 254, value: line.user }}
          onValue={(user) => onLine({ ...line, user })}
          error={isImap ? missing(line.user) : null}
        />
        {renewSecrets && secretNeeded && (
          <TextField
            label={secretLabel}
            hint={say('secretHint')}
            {...{ ...input, type: 'password', autoComplete: 'new-password', value: line.secret }}
            onValue={(secret) => onLine({ ...line, secret })}
            error={missing(line.secret)}
          />
        )}
      </div>
    </>
  );
}

function ServerFields({ kind, line, tried, onLine }: Pick<LineFieldsProps, 'kind' | 'line' | 'tried' | 'onLine'>) {
  const say = useWords(mailboxWords);
  const sayAll = useWords(administrationWords);
  const secure = (security: Security) => {
    const usual = line.port === ports[kind][line.security];
    onLine({ ...line, security, port: usual ? ports[kind][security] : line.port });
  };
  return (
    <>
      <div className="admin-columns">
        <TextField
          label={say('host')}
          {...{ autoCapitalize: 'none', spellCheck: false, maxLength: 253, value: line.host }}
          onValue={(host) => onLine({ ...line, host })}
          error={tried && line.host.trim() === '' ? sayAll('missing') : null}
        />
        <SelectField
          label={say('security')}
          hint={line.security === 'none' ? say('plainHint') : undefined}
          value={line.security}
          options={securities.map((value) => ({ value, label: say(value === 'none' ? 'plain' : value) }))}
          onValue={(value) => secure(value === '' ? 'tls' : value)}
        />
        <TextField
          label={say('port')}
          {...{ inputMode: 'numeric', maxLength: 5, value: line.port }}
          onValue={(port) => onLine({ ...line, port })}
          error={tried && !isPort(line.port) ? say('portWrong') : null}
        />
      </div>
      {line.security === 'none' && (
        <CheckField
          label={say('unencryptedAllowed')}
          checked={line.unencryptedAllowed}
          onChecked={(unencryptedAllowed) => onLine({ ...line, unencryptedAllowed })}
        />
      )}
    </>
  );
}
