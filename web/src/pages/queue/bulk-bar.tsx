import { lazy, Suspense, useState } from 'react';
import { useSession } from '../../api/session.js';
import { Button } from '../../components/button.js';
import { useWords } from '../../words/words.js';
import type { InvoiceLine } from '../invoice/invoice-queries.js';
import { bulkWords } from './bulk.words.js';
import { MOST_AT_ONCE, type BulkAction } from './use-chosen.js';

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.js')).BulkDialog }));

/** Whose buttons are worth showing, and in which states; the server decides on each, and says why not. */
const deeds: readonly {
  readonly action: BulkAction;
  readonly roles: readonly string[];
  readonly states: readonly string[];
}[] = [
  { action: 'order', roles: ['orderer'], states: ['confirmed'] },
  { action: 'confirmFactual', roles: ['factualConfirmer'], states: ['in_review'] },
  { action: 'confirmArithmetical', roles: ['arithmeticalConfirmer'], states: ['in_review'] },
  { action: 'claim', roles: ['coding', 'factualConfirmer', 'arithmeticalConfirmer'], states: ['routed'] },
  { action: 'passOn', roles: ['coding', 'factualConfirmer', 'arithmeticalConfirmer'], states: ['in_review', 'query'] },
  {
    action: 'forward',
    roles: ['intake', 'coding', 'factualConfirmer', 'arithmeticalConfirmer'],
    states: ['routed', 'in_review', 'query'],
  },
];

interface BulkBarProps {
  readonly chosen: readonly InvoiceLine[];
  readonly onClear: () => void;
}

/** What can be done with all that are chosen. Nothing while nothing is. */
export function BulkBar({ chosen, onClear }: BulkBarProps) {
  const say = useWords(bulkWords);
  const roles = (useSession()?.grants ?? []).map(({ role }): string => role);
  const [begun, setBegun] = useState<{ readonly action: BulkAction; readonly lines: readonly InvoiceLine[] } | null>(
    null,
  );
  const fitting = deeds.filter(
    (deed) =>
      deed.roles.some((role) => roles.includes(role)) && chosen.some(({ state }) => deed.states.includes(state)),
  );
  const close = () => {
    setBegun(null);
    onClear();
  };
  return (
    <>
      {chosen.length > 0 && (
        <section className="bulk-bar" aria-label={say('bar')}>
          <p className="kern-body" role="status">
            {say('chosen', { count: chosen.length })}
            {chosen.length >= MOST_AT_ONCE && ` · ${say('most', { most: MOST_AT_ONCE })}`}
          </p>
          <div className="button-row">
            {fitting.map(({ action }) => (
              <Button key={action} small onClick={() => setBegun({ action, lines: chosen })}>
                {say(action)}
              </Button>
            ))}
            <Button small onClick={onClear}>
              {say('clear')}
            </Button>
          </div>
        </section>
      )}
      {begun && (
        <Suspense fallback={null}>
          <BulkDialog action={begun.action} lines={begun.lines} onCancel={() => setBegun(null)} onDone={close} />
        </Suspense>
      )}
    </>
  );
}
