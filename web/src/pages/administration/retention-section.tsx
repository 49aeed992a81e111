import { useSession } from '../../api/session.js';
import { useWords, type Say } from '../../words/words.js';
import { SettingPart } from './counter-section.js';
import { DisposalsPart } from './disposals-part.js';
import { HoldsPart } from './holds-part.js';
import { RetentionForm, type SeenRetention } from './retention-form.js';
import { retentionSettingQuery, type RetentionSetting } from './retention-queries.js';
import { retentionWords } from './retention.words.js';
import { Section } from './section.js';
import { WaitingProposal, type SettingLine } from './waiting-proposal.js';

/** How long what is kept, what is held, and what two people dispose of. */
export function RetentionSection() {
  const say = useWords(retentionWords);
  const roles = (useSession()?.grants ?? []).map(({ role }) => role);
  const readsSettings = roles.includes('tenantAdmin') || roles.includes('auditor');
  return (
    <Section title={say('title')} lead={say('lead')}>
      {readsSettings && (
        <SettingPart title={say('settings')} query={retentionSettingQuery}>
          {(seen, onReload) => <RetentionSettingPart {...{ seen, onReload }} />}
        </SettingPart>
      )}
      <DisposalsPart keeps={roles.includes('records')} />
      <HoldsPart lifts={roles.includes('records') || roles.includes('tenantAdmin')} />
    </Section>
  );
}

function RetentionSettingPart({ seen, onReload }: { readonly seen: SeenRetention; readonly onReload: () => void }) {
  const say = useWords(retentionWords);
  const { proposal, value } = seen.value;
  if (proposal === null) return <RetentionForm seen={seen} onReload={onReload} />;
  return (
    <WaitingProposal {...{ proposal, onReload }} before={linesOf(value, say)} after={linesOf(proposal.value, say)} />
  );
}

const linesOf = (
  { classes, adoptions }: RetentionSetting,
  say: Say<keyof typeof retentionWords>,
): readonly SettingLine[] => [
  ...(['voucher', 'letter', 'other'] as const).map((name) => ({
    label: say(name),
    text: say('line', { years: classes[name].years, start: say(classes[name].start) }),
  })),
  { label: say('staff'), text: say('yearsOnly', { years: classes.staff.years }) },
  {
    label: say('adoptions'),
    text: adoptions.map(({ fiscalYear, adoptedIn }) => `${fiscalYear}: ${adoptedIn}`).join(', ') || say('none'),
  },
];
