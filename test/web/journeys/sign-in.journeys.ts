import { signIn } from '../../../bench/chromium.js';
import { counterPath, desk, inBrowser, type WebTown } from '../web-town.js';
import { theTown } from './the-town.js';

inBrowser('somebody who wants to the desk', () => {
  let town: WebTown;
  beforeAll(async () => {
    town = await theTown();
  });

  it('chooses a password of their own on the first day and comes to where they wanted to go', async () => {
    const page = await town.open(desk('/clearing'));
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await signIn(page, 'eingang', 'nicht das richtige');
    await page.getByText('Die Anmeldung hat nicht geklappt').waitFor();
    await signIn(page, 'eingang', town.town.passwords.get('eingang') ?? '');
    await page.getByRole('heading', { name: 'Eigenes Kennwort wählen' }).waitFor();
    await page.getByLabel('Neues Kennwort', { exact: true }).fill(town.passwordOf('eingang'));
    await page.getByLabel('Neues Kennwort wiederholen').fill(town.passwordOf('eingang'));
    await page.getByRole('button', { name: 'Kennwort speichern' }).click();
    await page.waitForURL(`**${desk('/clearing')}`);
    await page.getByText('Angemeldet: Erika Engel').waitFor();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.waitForURL(`**${counterPath('/sign-in')}`);
    await page.goto(desk());
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  });
});
