import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { operations } from '../../generated/api.js';
import type { Language } from '../../words/text.js';

/** How soon something new may be expected: files are being opened, an invoice is being checked, people are at work. */
const EVERY_MS = { opening: 1_500, checking: 4_000, waiting: 60_000 } as const;

/** Right after sending every second counts, but nobody waits for days in front of a page: then it looks less often. */
const IMPATIENT_LOOKS = 60;

export const trackingQuery = (token: string) =>
  queryOptions({
    queryKey: ['tracking', token],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/tracking/{token}', { params: { path: { token } }, signal })),
    refetchInterval: ({ state: { data, dataUpdateCount, error } }) => {
      if (!data) return error ? false : EVERY_MS.waiting;
      if (dataUpdateCount > IMPATIENT_LOOKS) return EVERY_MS.waiting;
      if (!data.sorted) return EVERY_MS.opening;
      return data.parts.some(({ step }) => step === 'received') ? EVERY_MS.checking : EVERY_MS.waiting;
    },
  });

export type Tracked = operations['Tracking.track']['responses'][200]['content']['application/json'];
export type TrackedPart = Tracked['parts'][number];
export type Step = NonNullable<TrackedPart['step']>;

export type TrackedReports = operations['Tracking.report']['responses'][200]['content']['application/json'];

/** Findings come in one language. */
export const trackedReportsQuery = (token: string, language: Language) =>
  queryOptions({
    queryKey: ['tracking', token, 'report', language],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/tracking/{token}/report', { params: { path: { token } }, signal })),
  });
