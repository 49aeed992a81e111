import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { closeToasts } from '../components/toasts.js';
import { answerOf, api } from './client.js';
import { ProblemError } from './problem.js';
import { sessionBegan, sessionForgotten } from './session-watch.js';

/** Who is signed in and what they may do; fails with `sessionEnded` where nobody is, which is no error of the call. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const { session } = await answerOf(api.GET('/api/v1/session/presence', { signal }));
    if (session === null) throw new ProblemError('notSignedIn', NOT_SIGNED_IN, '', '');
    sessionBegan(session.csrfToken, session.personId, isProved(session));
    return session;
  },
  staleTime: 60_000,
});

/** Whether the password was enough, or the second factor has been proved too. */
const isProved = ({ secondFactor }: { readonly secondFactor: string }): boolean => secondFactor !== 'asked';

/** Whether something has to be done before the desk opens. */
export const isHeldUp = ({ mustChangePassword, secondFactor }: Session): boolean =>
  mustChangePassword || secondFactor === 'asked' || secondFactor === 'toEnrol';

/** As the service would say it of a call that needs somebody. */
const NOT_SIGNED_IN = 401;

export type Session = Awaited<ReturnType<NonNullable<typeof sessionQuery.queryFn>>>;

/** The session inside of the desk, whose route has made sure that there is one. */
export const useSession = () => useQuery(sessionQuery).data;

/** Roles that configure or count only: they see no invoice. */
const BLIND_ROLES = ['tenantAdmin', 'systemAdmin', 'treasurer'];

/** Whether there may be an invoice that this person sees. */
export const useSeesInvoices = (): boolean =>
  (useSession()?.grants ?? []).some(({ role }) => !BLIND_ROLES.includes(role));

export interface Credentials {
  readonly tenant: string;
  readonly login: string;
  readonly password: string;
}

/** Signing in, out and changing the password take no Idempotency-Key: repeated they do no harm. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Credentials) => answerOf(api.POST('/api/v1/session', { body })),
    onSuccess: (session) => {
      sessionBegan(session.csrfToken, session.personId, isProved(session));
      return client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.DELETE('/api/v1/session'),
    onSuccess: () => {
      sessionForgotten();
      client.clear();
      closeToasts();
    },
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly current: string; readonly wanted: string }) =>
      api.POST('/api/v1/session/password', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
}
