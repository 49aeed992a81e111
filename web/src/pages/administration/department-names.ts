import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/words.js';
import { administrationWords } from './administration.words.js';
import { departmentsQuery } from './administration-queries.js';

/** The name behind an id; null stands for the whole authority. */
export function useDepartmentName(): (id: string | null) => string {
  const say = useWords(administrationWords);
  const departments = useQuery(departmentsQuery).data;
  return (id) => {
    if (id === null) return say('wholeTown');
    if (!departments) return '…';
    return departments.find((department) => department.id === id)?.name ?? say('unknownDepartment');
  };
}

export function useDepartmentOptions(): readonly { readonly value: string; readonly label: string }[] {
  const departments = useQuery(departmentsQuery).data ?? [];
  return departments.map(({ id, code, name }) => ({ value: id, label: `${name} (${code})` }));
}
