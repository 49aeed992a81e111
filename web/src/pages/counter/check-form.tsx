import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { upload } from '../../api/upload.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { formatBytes } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { CheckResult } from './check-result.js';
import type { Checked } from './checked-report.js';
import { checkWords } from './check.words.js';
import { CounterProblem } from './counter-problem.js';
import { counterWords } from './counter.words.js';
import { DropZone } from './drop-zone.js';
import { faultOfFile, type Chosen, type Limits } from './file-limits.js';
import { submissionTo } from './submission.js';
import { submitWords } from './submit.words.js';

interface CheckFormProps {
  readonly slug: string;
  readonly limits: Limits;
  readonly onSubmitInstead: () => void;
}

let lastId = 0;

/** One file, its findings, and the way on to submitting the same file. */
export function CheckForm({ slug, limits, onSubmitInstead }: CheckFormProps) {
  const say = useWords(checkWords);
  const hint = useWords(counterWords)('checkHint', { file: formatBytes(limits.fileBytes, useLanguage()) });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [several, setSeveral] = useState(false);
  const choose = (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    setSeveral(files.length > 1);
    setChosen({ id: (lastId += 1), file });
  };
  const submit = () => {
    if (!chosen) return;
    submissionTo(slug).add([chosen.file]);
    onSubmitInstead();
  };
  return (
    <div className="counter-form">
      <p className="kern-body">{say('intro')}</p>
      <DropZone several={false} hint={hint} onFiles={choose} />
      {chosen && several && (
        <p className="kern-body" role="status">
          {say('oneOnly', { name: chosen.file.name })}
        </p>
      )}
      {chosen && (
        <Check key={chosen.id} {...{ slug, limits, chosen }} onSubmit={submit} onCancel={() => setChosen(null)} />
      )}
    </div>
  );
}

interface CheckProps {
  readonly slug: string;
  readonly limits: Limits;
  readonly chosen: Chosen;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

function Check({ slug, limits, chosen, onSubmit, onCancel }: CheckProps) {
  const say = useWords(checkWords);
  const { file } = chosen;
  const fault = faultOfFile(file, limits);
  const { check, percent } = useCheck(slug, chosen, fault === null);
  if (fault) return <FileFaultNotice name={file.name} fault={fault} limits={limits} />;
  if (check.data) return <CheckResult fileName={file.name} checked={check.data} onSubmit={onSubmit} />;
  if (check.error) {
    return (
      <>
        <CounterProblem error={check.error} />
        <div className="button-row">
          <Button icon="renew" onClick={() => void check.refetch()}>
            {say('again')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <div className="checking">
      <p className="kern-body" aria-hidden="true">
        {percent < 100 ? say('uploading', { name: file.name, percent }) : say('checking', { name: file.name })}
      </p>
      <p className="kern-sr-only" role="status">
        {say('checking', { name: file.name })}
      </p>
      <Button icon="close" onClick={onCancel}>
        {say('cancel')}
      </Button>
    </div>
  );
}

/** The findings come in one language: when the reader changes it, the file is checked once more. */
function useCheck(slug: string, { id, file }: Chosen, enabled: boolean) {
  const language = useLanguage();
  const [percent, setPercent] = useState(0);
  const check = useQuery({
    queryKey: ['check', slug, id, language],
    queryFn: ({ signal }) => {
      const form = new FormData();
      form.append('file', file);
      return upload<Checked>({
        path: `/api/v1/counter/${encodeURIComponent(slug)}/checks`,
        ...{ form, signal },
        onProgress: (sent, all) => setPercent(Math.floor((sent / Math.max(1, all)) * 100)),
      });
    },
    enabled,
    staleTime: Infinity,
    refetchOnReconnect: false,
  });
  return { check, percent };
}

interface FileFaultNoticeProps {
  readonly name: string;
  readonly fault: 'fileEmpty' | 'fileTooLarge';
  readonly limits: Limits;
}

function FileFaultNotice({ name, fault, limits }: FileFaultNoticeProps) {
  const say = useWords(submitWords);
  const limit = formatBytes(limits.fileBytes, useLanguage());
  return (
    <Notice kind="warning" title={name} urgent>
      <p className="kern-body">{say(fault, { limit })}</p>
    </Notice>
  );
}
