import { Button } from '../../components/button.js';
import { Icon } from '../../components/icon.js';
import { formatBytes } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { faultOfFile, sharesOf, sizeOf, type Chosen, type Limits } from './file-limits.js';
import type { Sending } from './submission.js';
import { submitWords } from './submit.words.js';

interface ChosenFilesProps {
  readonly files: readonly Chosen[];
  readonly limits: Limits;
  readonly sending: Sending;
  readonly onRemove: (chosen: Chosen) => void;
}

/** The list of what will be sent: what does not fit is said beside its file, and how far each is while it goes. */
export function ChosenFiles({ files, limits, sending, onRemove }: ChosenFilesProps) {
  const say = useWords(submitWords);
  const language = useLanguage();
  if (files.length === 0) return null;
  const shares = sending.kind === 'underWay' ? sharesOf(files, sending.sent) : null;
  return (
    <section aria-labelledby="chosen-files">
      <h2 id="chosen-files" className="kern-title" tabIndex={-1}>
        {say('chosen')}
      </h2>
      <ul className="plain-list chosen-files">
        {files.map((chosen) => (
          <ChosenFile
            key={chosen.id}
            chosen={chosen}
            limits={limits}
            share={shares?.get(chosen.id) ?? null}
            onRemove={sending.kind === 'underWay' ? null : () => onRemove(chosen)}
          />
        ))}
      </ul>
      <p className="kern-body kern-body--small">
        {say('sum', { count: files.length, size: formatBytes(sizeOf(files), language) })}
      </p>
    </section>
  );
}

interface ChosenFileProps {
  readonly chosen: Chosen;
  readonly limits: Limits;
  /** Of 1, while it is sent. */
  readonly share: number | null;
  readonly onRemove: (() => void) | null;
}

function ChosenFile({ chosen: { file }, limits, share, onRemove }: ChosenFileProps) {
  const say = useWords(submitWords);
  const language = useLanguage();
  const fault = faultOfFile(file, limits);
  return (
    <li className={`chosen-file ${fault ? 'chosen-file--faulty' : ''}`}>
      <div className="chosen-file__name">
        <span>{file.name}</span>
        <span className="chosen-file__size">{formatBytes(file.size, language)}</span>
      </div>
      {onRemove && (
        <Button
          kind="tertiary"
          small
          icon="close"
          aria-label={say('removeNamed', { name: file.name })}
          onClick={onRemove}
        >
          {say('remove')}
        </Button>
      )}
      {share !== null && (
        <div className="kern-progress chosen-file__progress">
          <progress value={share} max={1} aria-label={say('progressOf', { name: file.name })} />
          <span aria-hidden="true">{say('fileSent', { percent: Math.floor(share * 100) })}</span>
        </div>
      )}
      {fault && (
        <p className="chosen-file__fault">
          <Icon name="danger" />
          <span>{say(fault, { limit: formatBytes(limits.fileBytes, language) })}</span>
        </p>
      )}
    </li>
  );
}
