import { patienceMs } from './web-town.js';
import { clearTheTown, closeTheTown } from './journeys/the-town.js';
// The first day of a login stands first; what teaches the town a rule stands last.
import './journeys/sign-in.journeys.js';
import './journeys/mail.journeys.js';
import './journeys/counter.journeys.js';
import './journeys/deciding.journeys.js';
import './journeys/desk-states.journeys.js';
import './journeys/after-the-order.journeys.js';
import './journeys/several.journeys.js';
import './journeys/letters.journeys.js';
import './journeys/clearing-deeds.journeys.js';
import './journeys/clearing.journeys.js';
import './journeys/settings.journeys.js';
import './journeys/routing.journeys.js';

import.meta.jest.setTimeout(patienceMs);

// Everything that people do on the pages, in one town.

afterEach(clearTheTown);
afterAll(closeTheTown);
