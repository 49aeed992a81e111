import { signIn } from '../../../bench/chromium.js';
import { codeOf } from '../../api/client.js';
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
  it('sets up a second factor, is asked for it at the next sign-in, and comes in by a recovery code once', async () => {
    const page = await town.openAs('greta', desk('/profile'));
    await page.getByRole('button', { name: 'Einrichten' }).click();
    await page.getByRole('img', { name: 'QR-Code mit dem Schlüssel' }).waitFor();
    const key = (await page.locator('.factor__key').innerText()).replaceAll(' ', '');
    await page.getByLabel('Code, den die App jetzt zeigt').fill(codeOf(key));
    await page.getByRole('button', { name: 'Einrichten' }).click();
    const codes = page.getByRole('list', { name: 'Ihre Notfallcodes' }).getByRole('listitem');
    await codes.first().waitFor();
    const recovery = await codes.first().innerText();
    await page.getByRole('button', { name: 'Ich habe sie verwahrt, weiter' }).click();
    await page.getByText('Noch 10 Notfallcodes').waitFor();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.waitForURL(`**${counterPath('/sign-in')}`);
    await signIn(page, 'greta', town.passwordOf('greta'));
    await page.getByRole('heading', { name: 'Zweiten Faktor bestätigen' }).waitFor();
    await page.getByLabel('Code', { exact: true }).fill('000000');
    await page.getByRole('button', { name: 'Bestätigen' }).click();
    await page.getByText('Der Code stimmt nicht').waitFor();
    const cookieNow = async () =>
      (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const statusWith = async (cookie: string) =>
      (await fetch(new URL('/api/v1/session', page.url()), { headers: { cookie } })).status;
    const before = await cookieNow();
    expect(await statusWith(before)).toBe(200);
    await page.getByLabel('Code', { exact: true }).fill(recovery);
    await page.getByRole('button', { name: 'Bestätigen' }).click();
    await page.getByText('Angemeldet: Greta').waitFor();
    expect([await statusWith(before), await statusWith(await cookieNow())]).toEqual([401, 200]);
    // The page has taken the new token: changes go on.
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.waitForURL(`**${counterPath('/sign-in')}`);
    expect(await statusWith(before)).toBe(401);
  });
});
