import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { formatDate } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import type { Invoice } from '../invoice/invoice-queries.js';
import { deskDeputiesWords } from './desk-deputies.words.js';

interface ActingNoticeProps {
  readonly invoice: Pick<Invoice, 'principals' | 'names'>;
  /** For whom the person acts now; undefined: in their own name. */
  readonly whose: string | undefined;
  readonly onWhose: (whose: string | undefined) => void;
}

/** In whose name the decisions of this page are taken, and the switch to another. */
export function ActingNotice({ invoice, whose, onWhose }: ActingNoticeProps) {
  const say = useWords(deskDeputiesWords);
  const others = invoice.principals.filter(({ id }) => id !== whose);
  return (
    <div className="acting">
      {whose !== undefined && (
        <Notice kind="info" title={say('actingFor', { name: invoice.names[whose] ?? '…' })}>
          <p className="kern-body">{say('actingText')}</p>
          <Button small onClick={() => onWhose(undefined)}>
            {say('ownName')}
          </Button>
        </Notice>
      )}
      {others.length > 0 && (
        <Notice kind="info" title={say('mayAct')}>
          {others.map((principal) => (
            <Principal key={principal.id} principal={principal} onAct={() => onWhose(principal.id)} />
          ))}
        </Notice>
      )}
    </div>
  );
}

interface PrincipalProps {
  readonly principal: Invoice['principals'][number];
  readonly onAct: () => void;
}

function Principal({ principal: { name, absentUntil }, onAct }: PrincipalProps) {
  const say = useWords(deskDeputiesWords);
  const language = useLanguage();
  const shown = name ?? '…';
  return (
    <div className="acting__one">
      {absentUntil !== null && (
        <p className="kern-body">{say('absentUntil', { name: shown, day: formatDate(absentUntil, language) })}</p>
      )}
      <Button small onClick={onAct}>
        {say('actFor', { name: shown })}
      </Button>
    </div>
  );
}
