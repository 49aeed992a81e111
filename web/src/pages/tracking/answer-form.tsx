import { useRef, useState, type FormEvent } from 'react';
import { isUncertain, kindOf } from '../../api/problem.js';
import { upload } from '../../api/upload.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { TextArea } from '../../components/text-area.js';
import { formatBytes } from '../../format/decimals.js';
import type { operations } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { ChosenFiles } from '../counter/chosen-files.js';
import { CounterProblem } from '../counter/counter-problem.js';
import { DropZone } from '../counter/drop-zone.js';
import { faultOfList, type Chosen, type Limits } from '../counter/file-limits.js';
import { queryWords } from './query.words.js';

type Taken = operations['Queries.answer']['responses'][202]['content']['application/json'];

interface AnswerFormProps {
  readonly signed: string;
  readonly limits: Limits;
  /** Whether somebody still waits for it; what was typed stays in any case. */
  readonly isOpen: boolean;
  readonly onTyped: () => void;
  /** With the receipt's number. */
  readonly onTaken: (number: string) => void;
  /** Nobody waits for an answer any more. */
  readonly onClosed: () => void;
}

const LONGEST = 10_000;

/** A text, files beside it, or both. The text goes as a file too: it is kept as it was written. */
export function AnswerForm({ signed, limits, isOpen, onTyped, onTaken, onClosed }: AnswerFormProps) {
  const say = useWords(queryWords);
  const language = useLanguage();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const [tried, setTried] = useState(false);
  const answer = useAnswer(signed, onTaken, onClosed);
  const isEmpty = text.trim() === '' && files.length === 0;
  const isFaulty = files.length > 0 && faultOfList(files, { ...limits, parts: limits.parts - 1 }) !== null;
  const wrong = isEmpty ? say('missing') : text.length > LONGEST ? say('tooLong', { most: LONGEST }) : null;
  const lastId = useRef(0);
  const add = (chosen: readonly File[]) => {
    answer.change();
    onTyped();
    setFiles((before) => [...before, ...chosen.map((file) => ({ id: (lastId.current += 1), file }))]);
  };
  const remove = ({ id }: Chosen) => {
    answer.change();
    setFiles((before) => before.filter((one) => one.id !== id));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong === null && !isFaulty) void answer.send(formOf(text, files, language));
  };
  return (
    <form className="form counter-form" onSubmit={submit} noValidate>
      <TextArea
        label={say('answer')}
        hint={say('answerHint')}
        rows={8}
        value={text}
        disabled={answer.isUnderWay}
        onValue={(value) => {
          answer.change();
          onTyped();
          setText(value);
        }}
        error={tried ? wrong : null}
      />
      <DropZone
        several
        hint={say('filesHint', { parts: limits.parts - 1, all: formatBytes(limits.deliveryBytes, language) })}
        disabled={answer.isUnderWay}
        onFiles={add}
      />
      <ChosenFiles files={files} limits={limits} sending={{ kind: 'notYet' }} onRemove={remove} />
      {tried && isFaulty && <Notice kind="warning" title={say('filesFaulty')} urgent />}
      {answer.error !== null && <CounterProblem error={answer.error} keepsFiles={files.length > 0} />}
      {isOpen && (
        <div className="button-row">
          <Button kind="primary" type="submit" busy={answer.isUnderWay}>
            {say(answer.isUnderWay ? 'sending' : 'send')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** Sends under one key until a definite answer has come or something else is to be sent. */
function useAnswer(signed: string, onTaken: (number: string) => void, onClosed: () => void) {
  const key = useRef<string | null>(null);
  const [isUnderWay, setUnderWay] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (form: FormData): Promise<void> => {
    if (isUnderWay) return;
    key.current ??= crypto.randomUUID();
    setUnderWay(true);
    setError(null);
    try {
      const path = `/api/v1/queries/${encodeURIComponent(signed)}/answer`;
      const { signal } = new AbortController();
      onTaken((await upload<Taken>({ path, form, idempotencyKey: key.current, signal })).number);
    } catch (problem) {
      if (!isUncertain(problem)) key.current = null;
      setError(problem);
      if (kindOf(problem) === 'conflict') onClosed();
    } finally {
      setUnderWay(false);
    }
  };
  const change = (): void => {
    key.current = null;
    setError(null);
  };
  return { send, change, error, isUnderWay };
}

const textNames = { de: 'Antwort.txt', en: 'Answer.txt' } as const;

function formOf(text: string, files: readonly Chosen[], language: 'de' | 'en'): FormData {
  const form = new FormData();
  if (text.trim() !== '') form.append('file', new File([text], textNames[language], { type: 'text/plain' }));
  for (const { file } of files) form.append('file', file);
  return form;
}
