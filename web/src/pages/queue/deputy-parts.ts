import { lazy } from 'react';

/** What a list says of deputies and absence comes after the list. */
const parts = () => import('../deputies/queue-parts.js');

export const WhoseField = lazy(async () => ({ default: (await parts()).WhoseField }));
export const AtAbsent = lazy(async () => ({ default: (await parts()).AtAbsent }));
export const OtherHolder = lazy(async () => ({ default: (await parts()).OtherHolder }));
