import { Button } from '../../components/button.js';
import '../../styles/second-factor.css';
import { useWords } from '../../words/words.js';
import { secondFactorWords } from './second-factor.words.js';

/** Shown once; nothing leads on but the person's word that they have been kept. */
export function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const say = useWords(secondFactorWords);
  return (
    <div className="factor">
      <h2 className="kern-heading-small">{say('codesTitle')}</h2>
      <p className="kern-body">{say('codesWhy')}</p>
      <ul className="factor__codes" aria-label={say('codesTitle')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button kind="primary" onClick={onDone}>
          {say('codesKept')}
        </Button>
      </div>
    </div>
  );
}
