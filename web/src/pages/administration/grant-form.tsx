import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { townDay } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { ADMINISTRATION_KEY, rolesQuery, type Person, type Role } from './administration-queries.js';
import { administrationWords } from './administration.words.js';
import { amountEntered } from './amount-entry.js';
import { useDepartmentOptions } from './department-names.js';
import { FormDialog } from './form-dialog.js';
import { grantWords } from './grants.words.js';

interface WantedGrant {
  readonly personId: string;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly limitEuro: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Only an order is bound to an amount. */
const isLimited = (role: Role | ''): boolean => role === 'orderer';

function usePropose(onClose: () => void) {
  const say = useWords(grantWords);
  return useChange({
    send: (body: WantedGrant, key) =>
      answerOf(api.POST('/api/v1/administration/grants', { params: { header: { 'Idempotency-Key': key } }, body })),
    renews: [ADMINISTRATION_KEY],
    onDone: () => {
      toast('success', say('proposed'));
      onClose();
    },
  });
}

export function GrantForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const say = useWords(grantWords);
  const sayAll = useWords(administrationWords);
  const language = useLanguage();
  const options = useDepartmentOptions();
  const roles = useQuery(rolesQuery).data ?? [];
  const [role, setRole] = useState<Role | ''>('');
  const [department, setDepartment] = useState('');
  const [limit, setLimit] = useState('');
  const [validFrom, setValidFrom] = useState(() => townDay());
  const [validTo, setValidTo] = useState('');
  const [tried, setTried] = useState(false);
  const change = usePropose(onClose);
  const limitEuro = isLimited(role) && limit.trim() !== '' ? amountEntered(limit, language) : null;
  const limitWrong = isLimited(role) && limit.trim() !== '' && (limitEuro?.startsWith('-') ?? true);
  const endsEarly = validTo !== '' && validTo < validFrom;
  const submit = () => {
    setTried(true);
    if (role === '' || limitWrong || validFrom === '' || endsEarly) return;
    const departmentId = department === '' ? null : department;
    const until = validTo === '' ? null : validTo;
    change.mutate({ personId: person.id, role, departmentId, limitEuro, validFrom, validTo: until });
  };
  return (
    <FormDialog
      title={say('proposeTitle', { name: person.displayName })}
      deed={say('propose')}
      busy={change.isPending}
      error={change.error}
      {...{ onSubmit: submit, onClose }}
    >
      <SelectField
        label={say('role')}
        none={sayAll('choose')}
        value={role}
        onValue={setRole}
        options={roles.map((one) => ({ value: one.role, label: inLanguage(one.label, language) }))}
        error={tried && role === '' ? sayAll('unchosen') : null}
      />
      <SelectField
        label={sayAll('department')}
        none={sayAll('wholeTown')}
        {...{ value: department, options, onValue: setDepartment }}
      />
      {isLimited(role) && (
        <TextField
          label={say('limit')}
          hint={say('limitHint')}
          optional
          {...{ value: limit, onValue: setLimit, inputMode: 'decimal' as const }}
          error={tried && limitWrong ? say('limitWrong') : null}
        />
      )}
      <TextField
        label={say('from')}
        {...{ type: 'date', value: validFrom, onValue: setValidFrom }}
        error={tried && validFrom === '' ? sayAll('missing') : null}
      />
      <TextField
        label={say('to')}
        hint={say('toHint')}
        optional
        {...{ type: 'date', value: validTo, onValue: setValidTo }}
        error={tried && endsEarly ? say('toBeforeFrom') : null}
      />
    </FormDialog>
  );
}
