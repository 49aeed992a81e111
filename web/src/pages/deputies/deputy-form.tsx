import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { CheckField } from '../../components/check-field.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { townDay } from '../../format/dates.js';
import type { paths } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { useDepartmentOptions } from '../administration/department-names.js';
import { FieldGroup } from '../administration/field-group.js';
import { FormDialog } from '../administration/form-dialog.js';
import { colleaguesQuery, DEPUTIES_KEY, type LendableRole } from './deputy-queries.js';
import { deputiesWords } from './deputies.words.js';

type WantedDeputyship = NonNullable<paths['/api/v1/deputyships']['post']['requestBody']>['content']['application/json'];

function usePropose(onClose: () => void) {
  const say = useWords(deputiesWords);
  return useChange({
    send: (body: WantedDeputyship, key) =>
      answerOf(api.POST('/api/v1/deputyships', { params: { header: { 'Idempotency-Key': key } }, body })),
    renews: [DEPUTIES_KEY],
    onDone: () => {
      toast('success', say('proposed'));
      onClose();
    },
  });
}

interface DeputyFormProps {
  /** Whether somebody else can be represented too. */
  readonly ofAnybody: boolean;
  readonly onClose: () => void;
}

export function DeputyForm({ ofAnybody, onClose }: DeputyFormProps) {
  const say = useWords(deputiesWords);
  const own = useSession()?.personId ?? '';
  const departments = useDepartmentOptions();
  const [draft, setDraft] = useState(() => emptyDraft(ofAnybody ? '' : own));
  const [tried, setTried] = useState(false);
  const change = usePropose(onClose);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const { principalId, deputyId, department, holds, validFrom, validTo } = draft;
  const endsEarly = validTo !== '' && validTo < validFrom;
  const submit = () => {
    setTried(true);
    const wanted = wantedOf(draft);
    if (wanted && !endsEarly) change.mutate(wanted);
  };
  return (
    <FormDialog
      title={say('propose')}
      deed={say('proposeDeed')}
      busy={change.isPending}
      error={change.error}
      {...{ onSubmit: submit, onClose }}
    >
      {ofAnybody && (
        <PersonField
          label={say('principal')}
          {...{ value: principalId, without: deputyId, tried }}
          onValue={(id) => set({ principalId: id })}
        />
      )}
      <PersonField
        label={say('deputy')}
        hint={say('rightsHint')}
        {...{ value: deputyId, without: principalId, tried }}
        onValue={(id) => set({ deputyId: id })}
      />
      <SelectField
        label={say('holds')}
        value={holds}
        options={[
          { value: 'whileAbsent', label: say('whileAbsent') },
          { value: 'always', label: say('always') },
        ]}
        onValue={(value) => set({ holds: value === 'always' ? 'always' : 'whileAbsent' })}
      />
      <RolesField roles={draft.roles} onRoles={(roles) => set({ roles })} tried={tried} />
      <SelectField
        label={say('department')}
        none={say('everywhere')}
        {...{ value: department, options: departments, onValue: (id) => set({ department: id }) }}
      />
      <TextField
        label={say('validFrom')}
        {...{ type: 'date', value: validFrom, onValue: (day) => set({ validFrom: day }) }}
        error={tried && validFrom === '' ? say('missing') : null}
      />
      <TextField
        label={say('validTo')}
        hint={say('validToHint')}
        optional
        {...{ type: 'date', value: validTo, onValue: (day) => set({ validTo: day }) }}
        error={tried && endsEarly ? say('endsEarly') : null}
      />
    </FormDialog>
  );
}

interface Draft {
  readonly principalId: string;
  readonly deputyId: string;
  /** null: all of them. */
  readonly roles: readonly LendableRole[] | null;
  readonly department: string;
  readonly holds: WantedDeputyship['holds'];
  readonly validFrom: string;
  readonly validTo: string;
}

const emptyDraft = (principalId: string): Draft => ({
  ...{ principalId, deputyId: '', roles: null, department: '', holds: 'whileAbsent' },
  ...{ validFrom: townDay(), validTo: '' },
});

/** null: something is missing. */
function wantedOf({ department, validTo, roles, ...draft }: Draft): WantedDeputyship | null {
  if (draft.principalId === '' || draft.deputyId === '' || draft.validFrom === '' || roles?.length === 0) return null;
  const departmentId = department === '' ? null : department;
  return { ...draft, departmentId, roles: roles && [...roles], validTo: validTo === '' ? null : validTo };
}

interface PersonFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly without: string;
  readonly tried: boolean;
  readonly onValue: (id: string) => void;
}

function PersonField({ without, tried, ...field }: PersonFieldProps) {
  const say = useWords(deputiesWords);
  const colleagues = useQuery(colleaguesQuery).data?.items ?? [];
  const options = colleagues
    .filter(({ id }) => id !== without)
    .map(({ id, displayName }) => ({ value: id, label: displayName }));
  return (
    <SelectField
      none={say('choose')}
      {...{ ...field, options }}
      error={tried && field.value === '' ? say('unchosen') : null}
    />
  );
}

interface RolesFieldProps {
  readonly roles: readonly LendableRole[] | null;
  readonly onRoles: (roles: readonly LendableRole[] | null) => void;
  readonly tried: boolean;
}

function RolesField({ roles, onRoles, tried }: RolesFieldProps) {
  const say = useWords(deputiesWords);
  const language = useLanguage();
  const lendable = useQuery(colleaguesQuery).data?.lendableRoles ?? [];
  const choose = (role: LendableRole, chosen: boolean) => {
    const others = (roles ?? []).filter((one) => one !== role);
    onRoles(chosen ? [...others, role] : others);
  };
  return (
    <FieldGroup legend={say('roles')} error={tried && roles?.length === 0 ? say('rolesMissing') : null}>
      <CheckField label={say('allRoles')} checked={roles === null} onChecked={(all) => onRoles(all ? null : [])} />
      {roles !== null &&
        lendable.map(({ role, label }) => (
          <CheckField
            key={role}
            label={inLanguage(label, language)}
            checked={roles.includes(role)}
            onChecked={(chosen) => choose(role, chosen)}
          />
        ))}
    </FieldGroup>
  );
}
