import { useQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import '../../styles/coding.css';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import { chartsQuery, codingSettingQuery } from './administration-queries.js';
import { ChartImport } from './chart-import.js';
import { chartWords } from './chart.words.js';
import { CodingForm, type SeenCoding } from './coding-form.js';
import { codingLines } from './coding-lines.js';
import { SettingPart } from './counter-section.js';
import { Section } from './section.js';
import { WaitingProposal } from './waiting-proposal.js';

/** What invoices are coded to, and what an order must have. */
export function ChartSection() {
  const say = useWords(chartWords);
  const mayChange = useMayChange();
  return (
    <Section title={say('title')} lead={say('lead')}>
      <Years />
      {mayChange && <ChartImport />}
      <SettingPart title={say('settings')} query={codingSettingQuery}>
        {(seen, onReload) => <CodingSettingPart {...{ seen, onReload }} />}
      </SettingPart>
    </Section>
  );
}

/** While something waits for a second person, nothing else can be proposed: what waits stands in the form's place. */
function CodingSettingPart({ seen, onReload }: { readonly seen: SeenCoding; readonly onReload: () => void }) {
  const say = useWords(chartWords);
  const { proposal, value } = seen.value;
  if (proposal === null) return <CodingForm seen={seen} onReload={onReload} />;
  const before = codingLines(value, say);
  return (
    <WaitingProposal
      {...{ proposal, onReload, before }}
      after={codingLines(proposal.value, say, proposal.renewsSecret)}
    />
  );
}

function Years() {
  const say = useWords(chartWords);
  const { data: charts, error, refetch } = useQuery(chartsQuery);
  if (error) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!charts) return <Skeleton lines={2} />;
  return (
    <section className="admin-setting">
      <h2 className="kern-heading-small">{say('years')}</h2>
      {charts.length === 0 && <p className="kern-body">{say('noYears')}</p>}
      <ul className="plain-list">
        {charts.map(({ fiscalYear, counts }) => (
          <li key={fiscalYear}>{say('yearLine', { year: fiscalYear, ...counts })}</li>
        ))}
      </ul>
    </section>
  );
}
