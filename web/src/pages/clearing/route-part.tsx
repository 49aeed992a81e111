import { queryOptions, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { CheckField } from '../../components/check-field.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { departmentsQuery, modelQuery } from '../invoice/invoice-queries.js';
import { clearingWords } from './clearing.words.js';
import { DeedForm, type PartProps } from './deed-form.js';
import { proposalsFor, type Proposal } from './rule-proposals.js';

const routingFieldsQuery = queryOptions({
  queryKey: ['routing-fields'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/administration/routing-fields', { signal })),
  staleTime: 86_400_000, // they change with the program only
});

/** A Leitweg-ID that is valid but not one of this house decides before any rule is tried. */
const BEFORE_RULES = ['leitwegIdUnknown', 'otherTenant'];

/** The department, and whether the like of it goes there by itself from now on. */
export function RoutePart(part: PartProps) {
  const say = useWords(clearingWords);
  const { value } = part.invoice;
  const departments = useQuery(departmentsQuery).data?.items ?? [];
  const model = useQuery(modelQuery(value.id)).data;
  const proposals = proposalsFor(value, model ?? {});
  const [departmentId, setDepartmentId] = useState('');
  const [remembers, setRemembers] = useState(false);
  const [chosen, setChosen] = useState(0);
  const [typedName, setName] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const department = departments.find(({ id }) => id === departmentId);
  const ruleless = BEFORE_RULES.includes(value.clarificationReason ?? '');
  const when = proposals[chosen] ?? proposals[0];
  const name = typedName ?? [value.sellerName, department?.name].filter(Boolean).join(' → ');
  const details = () => {
    setTried(true);
    if (!department || (remembers && (!when || name.trim() === ''))) return null;
    return { departmentId, ...(remembers ? { remember: { name: name.trim(), when } } : {}) };
  };
  return (
    <DeedForm {...part} action="route" details={details}>
      <SelectField
        label={say('department')}
        value={departmentId}
        options={departments.map(({ id, name: label }) => ({ value: id, label }))}
        none={say('choose')}
        onValue={setDepartmentId}
        error={tried && !department ? say('departmentMissing') : null}
      />
      {ruleless ? (
        <p className="clearing-aside">{say('ruleless')}</p>
      ) : (
        <CheckField label={say('remember')} checked={remembers} onChecked={setRemembers} />
      )}
      {remembers && !when && <p className="kern-body">{say('noProposal')}</p>}
      {remembers && when && (
        <div className="clearing-rule">
          <Proposals proposals={proposals} chosen={when} onChosen={(one) => setChosen(proposals.indexOf(one))} />
          <TextField
            label={say('ruleName')}
            value={name}
            onValue={setName}
            maxLength={200}
            error={tried && name.trim() === '' ? say('ruleNameMissing') : null}
          />
          <RuleInWords when={when} department={department?.name ?? say('chosenDepartment')} />
        </div>
      )}
    </DeedForm>
  );
}

function useConditionWords(): (proposal: Proposal) => string {
  const say = useWords(clearingWords);
  const language = useLanguage();
  const { fields = [], operators = [] } = useQuery(routingFieldsQuery).data ?? {};
  return ({ field, operator, value }) => {
    const fieldLabel = fields.find(({ name }) => name === field)?.label;
    const operatorLabel = operators.find(({ name }) => name === operator)?.label;
    return say('proposal', {
      field: fieldLabel ? inLanguage(fieldLabel, language) : field,
      operator: operatorLabel ? inLanguage(operatorLabel, language) : operator,
      value,
    });
  };
}

interface ProposalsProps {
  readonly proposals: readonly Proposal[];
  readonly chosen: Proposal;
  readonly onChosen: (proposal: Proposal) => void;
}

function Proposals({ proposals, chosen, onChosen }: ProposalsProps) {
  const say = useWords(clearingWords);
  const inWords = useConditionWords();
  const id = useId();
  return (
    <fieldset className="clearing-choices">
      <legend className="kern-label">{say('byWhat')}</legend>
      {proposals.map((proposal, index) => (
        <div key={index} className="kern-form-check">
          <input
            type="radio"
            className="kern-form-check__radio"
            id={`${id}-${index}`}
            name={id}
            checked={proposal === chosen || JSON.stringify(proposal) === JSON.stringify(chosen)}
            onChange={() => onChosen(proposal)}
          />
          <label className="kern-label" htmlFor={`${id}-${index}`}>
            {inWords(proposal)}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

function RuleInWords({ when, department }: { readonly when: Proposal; readonly department: string }) {
  const say = useWords(clearingWords);
  const inWords = useConditionWords();
  return (
    <p className="clearing-quote" aria-live="polite">
      {say('ruleInWords', { condition: inWords(when), department })}
    </p>
  );
}
