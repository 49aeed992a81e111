import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { PageHeading } from '../components/page-heading.js';
import { ProblemPanel } from '../components/problem-panel.js';
import { Skeleton } from '../components/skeleton.js';
import { useWords } from '../words/words.js';
import { frameWords } from './frame.words.js';

/** While the chunk of a page or its first data is on its way. */
export const PagePending = () => <Skeleton lines={8} />;

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const say = useWords(frameWords);
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <>
      <PageHeading title={say('pageFailed')} />
      <ProblemPanel error={error} onRetry={again} />
    </>
  );
}
