/*
 * The web pages, for those who write them.
 * - A page lives in pages/AREA with its words (AREA.words.ts) and is loaded by its route in router.tsx.
 * - The server is reached through `api` (api/client.ts) only: `answerOf(api.GET(…))` in a query's function, `useChange`
 *   for everything that changes something. Errors are `ProblemError`; `<ProblemPanel error onRetry />` shows every one.
 * - Filters and open tabs live in the address (validateSearch), so that a link and the back button work.
 * - Words come from `useWords(areaWords)`, amounts and dates from format/. Class names of KERN are written in full:
 *   the style sheet keeps only what it finds in the sources. No inline style, no inline script: the policy forbids them.
 * - Keys belong to `useShortcuts`; each page has one `<PageHeading>`; a deed is said by `toast`.
 */
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/queries.js';
import { router } from './router.js';
import './styles/styles.css';
import { applyTheme, printLight } from './theme/theme.js';
import { chosenLanguage } from './words/language.js';

applyTheme();
printLight();
document.documentElement.lang = chosenLanguage.get();

const page = document.getElementById('page');
if (page) {
  createRoot(page).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
