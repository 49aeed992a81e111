import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { EmptyPanel } from '../../components/empty-panel.js';
import { Notice } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import { Skeleton } from '../../components/skeleton.js';
import '../../styles/administration.css';
import { useWords } from '../../words/words.js';
import { useAccess } from './access.js';
import { administrationWords } from './administration.words.js';
import { ApiKeysSection } from './api-keys-section.js';
import { ApprovalSection } from './approval-section.js';
import { ChartSection } from './chart-section.js';
import { CounterSection } from './counter-section.js';
import { DeputiesSection } from './deputies-section.js';
import { DepartmentsSection } from './departments-section.js';
import { LeitwegIdsSection } from './leitweg-ids-section.js';
import { MailboxesSection } from './mailboxes-section.js';
import { PeopleSection } from './people-section.js';
import { PlaceSection } from './place-section.js';
import { RemindersSection } from './reminders-section.js';
import { RightsSection } from './rights-section.js';
import { RetentionSection } from './retention-section.js';
import { RulesSection } from './rules-section.js';

/** Seldom called for: they come when they are. */
const SignInSection = lazy(async () => ({ default: (await import('./sign-in-section.js')).SignInSection }));

const DryRunSection = lazy(async () => ({ default: (await import('./dry-run-section.js')).DryRunSection }));

const DocumentationSection = lazy(async () => ({
  default: (await import('./documentation-section.js')).DocumentationSection,
}));

const route = getRouteApi('/t/$slug/desk/administration/$');

const parts = [
  { path: 'departments', label: 'departments', Part: DepartmentsSection },
  { path: 'people', label: 'people', Part: PeopleSection },
  { path: 'rights', label: 'rights', Part: RightsSection },
  { path: 'deputies', label: 'deputies', Part: DeputiesSection },
  { path: 'rules', label: 'rules', Part: RulesSection },
  { path: 'leitweg-ids', label: 'leitwegIds', Part: LeitwegIdsSection },
  { path: 'mailboxes', label: 'mailboxes', Part: MailboxesSection },
  { path: 'chart', label: 'chart', Part: ChartSection },
  { path: 'approval', label: 'approval', Part: ApprovalSection },
  { path: 'sign-in', label: 'signIn', Part: SignInSection },
  { path: 'place', label: 'place', Part: PlaceSection },
  { path: 'reminders', label: 'reminders', Part: RemindersSection },
  { path: 'retention', label: 'retention', Part: RetentionSection },
  { path: 'counter', label: 'counter', Part: CounterSection },
  { path: 'api-keys', label: 'apiKeys', Part: ApiKeysSection },
  { path: 'documentation', label: 'documentation', Part: DocumentationSection },
  { path: 'dry-run', label: 'dryRun', Part: DryRunSection },
] as const;

/** What records management finds here. */
const FOR_RECORDS: readonly string[] = ['retention', 'documentation'];

/** What a town sets up for itself; one part at a time, each with an address of its own. */
export function AdministrationPage() {
  const say = useWords(administrationWords);
  const { slug, _splat: wanted = '' } = route.useParams();
  const access = useAccess();
  if (access === null) return <Skeleton lines={8} />;
  if (access === 'none') return <NoRight />;
  const shown = access === 'records' ? parts.filter(({ path }) => FOR_RECORDS.includes(path)) : parts;
  const path = wanted === '' ? (shown[0] ?? parts[0]).path : wanted.replace(/\/$/, '');
  const open = shown.find((part) => part.path === path);
  return (
    <div className="administration">
      <nav aria-label={say('parts')} className="admin-parts">
        <ul className="plain-list">
          {shown.map((part) => (
            <li key={part.path}>
              <Link
                to="/t/$slug/desk/administration/$"
                params={{ slug, _splat: part.path }}
                aria-current={part === open ? 'page' : undefined}
              >
                {say(part.label)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {/* A part of its own, so that its heading takes the focus when it comes. */}
      <div key={path}>
        <Suspense fallback={<Skeleton lines={8} />}>{open ? <open.Part /> : <UnknownPart />}</Suspense>
      </div>
    </div>
  );
}

function NoRight() {
  const say = useWords(administrationWords);
  return (
    <>
      <PageHeading title={say('title')} />
      <Notice kind="info" title={say('noRightTitle')}>
        <p className="kern-body">{say('noRight')}</p>
      </Notice>
    </>
  );
}

function UnknownPart() {
  const say = useWords(administrationWords);
  return (
    <>
      <PageHeading title={say('title')} />
      <EmptyPanel title={say('unknownPart')} />
    </>
  );
}
