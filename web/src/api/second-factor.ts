import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import { factorProved, whileRenewed } from './session-watch.js';
import { sessionQuery } from './session.js';

export const secondFactorQuery = queryOptions({
  queryKey: ['profile', 'secondFactor'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/profile/second-factor', { signal })),
});

/** Proves the second factor; the calls that wait for it are sent once more. None of these takes an Idempotency-Key. */
export function useProveFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => whileRenewed(answerOf(api.POST('/api/v1/session/second-factor', { body: { code } }))),
    onSuccess: () => {
      factorProved();
      return client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}

export const useEnrolFactor = () =>
  useMutation({ mutationFn: () => answerOf(api.POST('/api/v1/profile/second-factor/enrolment')) });

/** Answers the recovery codes, which are shown once; who calls renews the session when they have been kept. */
export const useConfirmFactor = () =>
  useMutation({
    mutationFn: (code: string) =>
      whileRenewed(answerOf(api.POST('/api/v1/profile/second-factor/confirmation', { body: { code } }))),
  });

export const useRenewCodes = () =>
  useMutation({ mutationFn: () => answerOf(api.POST('/api/v1/profile/second-factor/recovery-codes')) });
