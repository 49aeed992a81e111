import { barriersOn } from '../../../bench/barriers.js';
import { desk, inBrowser, type WebTown } from '../web-town.js';
import { theTown } from './the-town.js';

// What orders are measured by takes two administrators, who see both sides of each change.

inBrowser('a setting that orders are measured by', () => {
  let town: WebTown;
  beforeAll(async () => {
    town = await theTown();
  });

  it('is proposed by one administrator and confirmed by another, who sees what was and what would be', async () => {
    const first = await town.openAs('admin', desk('/administration/approval'));
    await first.getByLabel(/^Ablehnen nur zu zweit/).fill('90.000,00');
    await first.getByRole('button', { name: 'Änderung vorschlagen' }).click();
    await first.getByText(/^Sie haben das vorgeschlagen/).waitFor();
    expect(await first.getByRole('button', { name: 'Bestätigen' }).count()).toBe(0);
    const second = await town.openAs('admin2', desk('/administration/approval'));
    const change = second.getByRole('listitem').filter({ hasText: 'Ablehnen nur zu zweit bei mehr als' });
    await change.getByText('90.000,00').waitFor();
    await second.getByText(/^vorgeschlagen von Martin Moll/).waitFor();
    expect(await barriersOn(second)).toEqual([]);
    await second.getByRole('button', { name: 'Bestätigen' }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Bestätigen' }).click();
    await second.getByText('Die Änderung gilt.').first().waitFor();
    await second.getByRole('button', { name: 'Änderung vorschlagen' }).waitFor();
    expect(await second.getByLabel(/^Ablehnen nur zu zweit/).inputValue()).toBe('90.000,00');
  });

  it('says how people sign in, and stays as it is where the second administrator will not have it', async () => {
    const first = await town.openAs('admin', desk('/administration/sign-in'));
    expect(await barriersOn(first)).toEqual([]);
    const fresh = first.getByLabel(/^Vor einer Anordnung erneut bestätigen/);
    await fresh.fill('61');
    await first.getByRole('button', { name: 'Änderung vorschlagen' }).click();
    await first.getByText('Bitte eine ganze Zahl von 1 bis 60 eintragen.').waitFor();
    await fresh.fill('15');
    await first.getByLabel('Zweiter Faktor für Anordnung und Verwaltung').selectOption('Vorgeschrieben');
    await first.getByRole('button', { name: 'Änderung vorschlagen' }).click();
    await first.getByText(/^Sie haben das vorgeschlagen/).waitFor();
    const second = await town.openAs('admin2', desk('/administration/sign-in'));
    await second.getByText('nach 15 Minuten').waitFor();
    await second.getByText('Freiwillig').waitFor();
    await second.getByRole('button', { name: 'Verwerfen' }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Verwerfen' }).click();
    await second.getByRole('button', { name: 'Änderung vorschlagen' }).waitFor();
    expect(await second.getByLabel(/^Vor einer Anordnung erneut bestätigen/).inputValue()).toBe('');
  });
});
