import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem.js';

const FRESH_MS = 10_000;
const ATTEMPTS = 2;

/** Reads are repeated when the server was away, never when it has said no. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => failures < ATTEMPTS && isWorthAnotherTry(error),
    },
    mutations: { retry: false },
  },
});

const isWorthAnotherTry = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status === 0 || error.status >= 500);
