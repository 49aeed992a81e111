import config from './jest.config.js';

// What `npm run mutants` asks about every mutant: the tests of the decisions, without those that draw thousands of cases,
// which would find more and take hours.
const { displayName: _, ...domain } = config.projects.find(({ displayName }) => displayName === 'domain');
export default {
  ...domain,
  roots: ['<rootDir>/src/domain', '<rootDir>/test/domain'],
  testMatch: ['<rootDir>/test/domain/{approval,audit,routing}/**/*.test.ts', '<rootDir>/test/domain/audit-*.test.ts'],
  testPathIgnorePatterns: ['sequences', 'property', 'audit-proof', '/node_modules/'],
};
