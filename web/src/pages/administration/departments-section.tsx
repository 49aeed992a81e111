import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import { ADMINISTRATION_KEY, departmentsQuery, type Department } from './administration-queries.js';
import { administrationWords } from './administration.words.js';
import { DeedDialog } from './deed-dialog.js';
import { departmentWords } from './departments.words.js';
import { FormDialog } from './form-dialog.js';
import { Entry, Listed } from './listed.js';
import { Section } from './section.js';

type Open = { readonly kind: 'add' } | { readonly kind: 'rename' | 'close'; readonly department: Department } | null;

export function DepartmentsSection() {
  const say = useWords(departmentWords);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const add = (
    <Button kind="primary" icon="add" onClick={() => setOpen({ kind: 'add' })}>
      {say('add')}
    </Button>
  );
  return (
    <Section title={say('title')} lead={say('lead')} actions={add}>
      <Listed query={departmentsQuery} empty={say('empty')} emptyText={say('emptyText')}>
        {(departments) => (
          <ul className="admin-list">
            {departments.map((department) => (
              <DepartmentEntry key={department.id} department={department} onOpen={setOpen} />
            ))}
          </ul>
        )}
      </Listed>
      {open?.kind === 'add' && <DepartmentForm department={null} onClose={close} />}
      {open?.kind === 'rename' && <DepartmentForm department={open.department} onClose={close} />}
      {open?.kind === 'close' && <CloseDepartment department={open.department} onClose={close} />}
    </Section>
  );
}

interface DepartmentEntryProps {
  readonly department: Department;
  readonly onOpen: (open: Open) => void;
}

function DepartmentEntry({ department, onOpen }: DepartmentEntryProps) {
  const say = useWords(departmentWords);
  const sayAll = useWords(administrationWords);
  const actions = (
    <>
      <Button small onClick={() => onOpen({ kind: 'rename', department })}>
        {say('rename')}
      </Button>
      <Button small onClick={() => onOpen({ kind: 'close', department })}>
        {say('close')}
      </Button>
    </>
  );
  return (
    <Entry
      title={department.name}
      actions={useMayChange() && actions}
      actionsLabel={sayAll('actionsOf', { name: department.name })}
    >
      <p className="kern-body kern-body--small">
        {say('code')}: {department.code}
      </p>
    </Entry>
  );
}

interface DialogProps {
  readonly department: Department;
  readonly onClose: () => void;
}

function CloseDepartment({ department: { id, name, version }, onClose }: DialogProps) {
  const say = useWords(departmentWords);
  const send = (key: string) =>
    answerOf(
      api.POST('/api/v1/administration/departments/{id}/closure', {
        params: { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': `"${version}"` } },
      }),
    );
  return (
    <DeedDialog
      title={say('closeTitle', { name })}
      deed={say('closeDeed')}
      done={say('closed', { name })}
      {...{ send, onClose }}
    >
      <p className="kern-body">{say('closeText')}</p>
    </DeedDialog>
  );
}

interface Entries {
  readonly code: string;
  readonly name: string;
}

function sendDepartment(department: Department | null, body: Entries, key: string) {
  const header = { 'Idempotency-Key': key };
  if (!department) return answerOf(api.POST('/api/v1/administration/departments', { params: { header }, body }));
  const { id, version } = department;
  const params = { path: { id }, header: { ...header, 'If-Match': `"${version}"` } };
  return answerOf(api.POST('/api/v1/administration/departments/{id}', { params, body }));
}

/** A new department, or another name for one. */
function DepartmentForm({
  department,
  onClose,
}: {
  readonly department: Department | null;
  readonly onClose: () => void;
}) {
  const say = useWords(departmentWords);
  const sayAll = useWords(administrationWords);
  const [code, setCode] = useState(department?.code ?? '');
  const [name, setName] = useState(department?.name ?? '');
  const [tried, setTried] = useState(false);
  const change = useChange({
    send: (body: Entries, key) => sendDepartment(department, body, key),
    renews: [ADMINISTRATION_KEY],
    onDone: (_, entries) => {
      toast('success', say(department ? 'renamed' : 'added', { name: entries.name }));
      onClose();
    },
  });
  const submit = () => {
    setTried(true);
    if (code.trim() !== '' && name.trim() !== '') change.mutate({ code: code.trim(), name: name.trim() });
  };
  const missing = (value: string) => (tried && value.trim() === '' ? sayAll('missing') : null);
  return (
    <FormDialog
      title={department ? say('renameTitle', { name: department.name }) : say('add')}
      deed={department ? say('rename') : say('addDeed')}
      busy={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={sayAll('name')}
        hint={say('nameHint')}
        {...{ value: name, onValue: setName, maxLength: 200, error: missing(name) }}
      />
      <TextField
        label={say('code')}
        hint={say('codeHint')}
        {...{ value: code, onValue: setCode, maxLength: 40, error: missing(code) }}
      />
    </FormDialog>
  );
}
