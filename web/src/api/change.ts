import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { isUncertain } from './problem.js';

interface Change<Variables, Answer> {
  /** Sends the change; the key goes into `params.header['Idempotency-Key']`. */
  readonly send: (variables: Variables, key: string) => Promise<Answer>;
  /** Queries that show something else afterwards; they are loaded anew also after a refusal, which says we saw old ones. */
  readonly renews?: readonly QueryKey[];
  readonly onDone?: (answer: Answer, variables: Variables) => void;
  /** What makes two calls the same intent; by default the variables as JSON (files need their own). */
  readonly intentOf?: (variables: Variables) => string;
}

/**
 * A change by a person. One intent has one Idempotency-Key: pressing again after "no answer" repeats the same call, and
 * the server does it once. A definite answer ends the intent.
 */
export function useChange<Variables, Answer>({ send, renews = [], onDone, intentOf }: Change<Variables, Answer>) {
  const client = useQueryClient();
  const open = useRef<{ readonly intent: string; readonly key: string } | null>(null);
  return useMutation({
    mutationFn: (variables: Variables) => {
      const intent = intentOf ? intentOf(variables) : JSON.stringify(variables);
      if (open.current?.intent !== intent) open.current = { intent, key: crypto.randomUUID() };
      return send(variables, open.current.key);
    },
    onSuccess: (answer, variables) => {
      open.current = null;
      onDone?.(answer, variables);
    },
    onError: (error) => {
      if (!isUncertain(error)) open.current = null;
    },
    onSettled: () => Promise.all(renews.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
