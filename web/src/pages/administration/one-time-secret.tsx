import { Button } from '../../components/button.js';
import { Modal } from '../../components/modal.js';
import { Notice } from '../../components/notice.js';
import { toast } from '../../components/toasts.js';
import { useWords } from '../../words/words.js';
import { administrationWords } from './administration.words.js';

interface OneTimeSecretProps {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  /** What is to be done with it. */
  readonly children: string;
  readonly onClose: () => void;
}

/** Something that nobody will be shown again; it goes only by its own button, so that no slip of a key hides it. */
export function OneTimeSecret({ title, label, secret, children, onClose }: OneTimeSecretProps) {
  const say = useWords(administrationWords);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      toast('success', say('copied'));
    } catch {
      toast('warning', say('copyFailed'));
    }
  };
  const footer = (
    <Button kind="primary" onClick={onClose}>
      {say('secretNoted')}
    </Button>
  );
  return (
    <Modal title={title} footer={footer}>
      <div className="admin-stack">
        <Notice kind="warning" title={say('shownOnce')}>
          <p className="kern-body">{children}</p>
        </Notice>
        <dl className="admin-secret">
          <dt className="kern-label">{label}</dt>
          <dd>
            <code>{secret}</code>
          </dd>
        </dl>
        <div>
          <Button onClick={() => void copy()}>{say('copy')}</Button>
        </div>
      </div>
    </Modal>
  );
}
