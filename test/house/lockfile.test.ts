import { readFileSync } from 'node:fs';
import { z } from 'zod';

const entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  link: z.boolean().default(false),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});
const { packages } = z
  .object({ packages: z.record(z.string(), entry) })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

describe('package-lock.json', () => {
  it('names the packages of every platform, without which "npm ci" refuses it', () => {
    const places = Object.keys(packages);
    const named = Object.values(packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies));
    expect(named.length).toBeGreaterThan(50);
    // npm leaves out what the registry in use does not carry; then the entry (version, os, cpu, optional) is put back.
    expect(named.filter((name) => !places.some((place) => place.endsWith(`node_modules/${name}`)))).toEqual([]);
  });

  it('names no registry, so that every one may be used', () => {
    expect(Object.entries(packages).filter(([, { resolved, link }]) => resolved !== undefined && !link)).toEqual([]);
  });
});
