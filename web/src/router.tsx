import {
  createRootRoute,
  createRoute,
  createRouter,
  isRedirect,
  lazyRouteComponent,
  notFound,
  Outlet,
  parseSearchWith,
  redirect,
  stringifySearchWith,
} from '@tanstack/react-router';
import { kindOf } from './api/problem.js';
import { queries } from './api/queries.js';
import { isHeldUp, sessionQuery } from './api/session.js';
import { textIn } from './browser/search-values.js';
import { menuOf } from './frame/menu.js';
import { NotFoundPage } from './frame/not-found-page.js';
import { PageFailed, PagePending } from './frame/page-states.js';
import { PublicFrame } from './frame/public-frame.js';
import { parseCounterSearch, parseTrackingSearch } from './pages/counter/counter-search.js';
import { parseClearingSearch } from './pages/clearing/clearing-search.js';
import { parseInvoiceSearch } from './pages/invoice/invoice-search.js';
import { parseQueueSearch } from './pages/queue/queue-search.js';

const root = createRootRoute({ component: Outlet });

/** Pages without a session; `id` gives the frame and no part of the address. */
const open = createRoute({ getParentRoute: () => root, id: 'public', component: PublicFrame });

const town = createRoute({
  getParentRoute: () => open,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/town/town-page.js'), 'TownPage'),
});

const counter = createRoute({
  getParentRoute: () => open,
  path: '/t/$slug',
  validateSearch: parseCounterSearch,
  component: lazyRouteComponent(() => import('./pages/counter/counter-page.js'), 'CounterPage'),
});

const tracking = createRoute({
  getParentRoute: () => open,
  path: '/t/$slug/track/$token',
  validateSearch: parseTrackingSearch,
  component: lazyRouteComponent(() => import('./pages/tracking/tracking-page.js'), 'TrackingPage'),
});

const trackedReport = createRoute({
  getParentRoute: () => open,
  path: '/t/$slug/track/$token/report',
  component: lazyRouteComponent(() => import('./pages/tracking/tracked-report-page.js'), 'TrackedReportPage'),
});

const DEEDS = ['confirmation', 'end'] as const;

/** The signed links of mails. */
const notification = createRoute({
  getParentRoute: () => open,
  path: '/t/$slug/notifications/$signed/$deed',
  params: {
    parse: ({ slug, signed, deed }) => {
      const known = DEEDS.find((name) => name === deed);
      if (known === undefined) throw notFound();
      return { slug, signed, deed: known };
    },
    stringify: ({ slug, signed, deed }) => ({ slug, signed, deed }),
  },
  component: lazyRouteComponent(() => import('./pages/tracking/notification-page.js'), 'NotificationPage'),
});

/** What a town asks a supplier about an invoice. */
const supplierQuery = createRoute({
  getParentRoute: () => open,
  path: '/t/$slug/queries/$signed',
  component: lazyRouteComponent(() => import('./pages/tracking/query-page.js'), 'QueryPage'),
});

const TEXTS = ['imprint', 'privacy', 'accessibility'] as const;

const townText = createRoute({
  getParentRoute: () => open,
  path: '/t/$slug/$text',
  params: {
    parse: ({ slug, text }) => {
      const known = TEXTS.find((name) => name === text);
      if (known === undefined) throw notFound();
      return { slug, text: known };
    },
    stringify: ({ slug, text }) => ({ slug, text }),
  },
  component: lazyRouteComponent(() => import('./pages/town-texts/town-text-page.js'), 'TownTextPage'),
});

const signIn = createRoute({
  getParentRoute: () => open,
  path: '/t/$slug/sign-in',
  validateSearch: (raw: Readonly<Record<string, unknown>>): { readonly next?: string } => {
    const next = textIn(raw, 'next');
    // Back into this application only, never to an address that somebody has put into a link.
    return { next: next?.startsWith('/t/') ? next : undefined };
  },
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.js'), 'SignInPage'),
});

const desk = createRoute({
  getParentRoute: () => root,
  path: '/t/$slug/desk',
  beforeLoad: async ({ params, location }) => {
    const toSignIn = () => redirect({ to: '/t/$slug/sign-in', params, search: { next: location.href } });
    try {
      if (isHeldUp(await queries.ensureQueryData(sessionQuery))) throw toSignIn();
    } catch (error) {
      if (!isRedirect(error) && kindOf(error) === 'sessionEnded') throw toSignIn();
      throw error;
    }
  },
  component: lazyRouteComponent(() => import('./frame/desk-frame.js'), 'DeskFrame'),
});

const queue = createRoute({
  getParentRoute: () => desk,
  path: '/',
  validateSearch: parseQueueSearch,
  beforeLoad: async ({ params, search }) => {
    if (search.queue !== undefined) return;
    const [first = 'mine'] = menuOf((await queries.ensureQueryData(sessionQuery)).grants);
    if (first === 'clearing') throw redirect({ to: '/t/$slug/desk/clearing', params, replace: true });
    if (first === 'administration')
      throw redirect({ to: '/t/$slug/desk/administration/$', params: { ...params, _splat: '' }, replace: true });
    if (first !== 'mine')
      throw redirect({ to: '/t/$slug/desk', params, search: { ...search, queue: first }, replace: true });
  },
  component: lazyRouteComponent(() => import('./pages/queue/queue-page.js'), 'QueuePage'),
});

const clearing = createRoute({
  getParentRoute: () => desk,
  path: 'clearing',
  validateSearch: parseClearingSearch,
  component: lazyRouteComponent(() => import('./pages/clearing/clearing-page.js'), 'ClearingPage'),
});

const invoice = createRoute({
  getParentRoute: () => desk,
  path: 'invoices/$id',
  validateSearch: parseInvoiceSearch,
  component: lazyRouteComponent(() => import('./pages/invoice/invoice-page.js'), 'InvoicePage'),
});

/** `_splat` says which part of administration: '', 'people', 'routing-rules' … */
const administration = createRoute({
  getParentRoute: () => desk,
  path: 'administration/$',
  component: lazyRouteComponent(() => import('./pages/administration/administration-page.js'), 'AdministrationPage'),
});

const profile = createRoute({
  getParentRoute: () => desk,
  path: 'profile',
  component: lazyRouteComponent(() => import('./pages/profile/profile-page.js'), 'ProfilePage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    open.addChildren([town, counter, tracking, trackedReport, notification, supplierQuery, townText, signIn]),
    desk.addChildren([queue, clearing, invoice, administration, profile]),
  ]),
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: PageFailed,
  defaultPendingComponent: PagePending,
  scrollRestoration: true,
  // Values are plain text in the address (`?search=007`), not JSON.
  parseSearch: parseSearchWith((value) => value),
  stringifySearch: stringifySearchWith(String),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
