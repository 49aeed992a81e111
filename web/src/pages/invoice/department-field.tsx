import { useQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../../components/problem-panel.js';
import { SelectField } from '../../components/select-field.js';
import { useWords } from '../../words/words.js';
import { decisionWords } from './decision.words.js';
import { departmentsQuery } from './invoice-queries.js';

interface DepartmentFieldProps {
  readonly without: string | null;
  readonly value: string;
  readonly onValue: (id: string) => void;
  readonly error: string | null;
}

/** Where invoices are to go. */
export function DepartmentField({ without, value, onValue, error }: DepartmentFieldProps) {
  const say = useWords(decisionWords);
  const departments = useQuery(departmentsQuery);
  if (departments.error) return <ProblemPanel error={departments.error} onRetry={() => void departments.refetch()} />;
  const options = (departments.data?.items ?? [])
    .filter(({ id }) => id !== without)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectField
      label={say('department')}
      value={value}
      options={options}
      none={say('choose')}
      onValue={onValue}
      error={error}
    />
  );
}
