import { migrate } from '../../src/adapters/postgres/migrate.js';
import { freshDatabase, holdRoles, type FreshDatabase } from './database.js';

/** A database of the spec file's own with the whole schema, cloned from one that is migrated once per run. */
export const migratedDatabase = (): Promise<FreshDatabase> =>
  freshDatabase({
    name: 'migrated',
    prepare: async ({ ownerUrl }) => {
      const release = await holdRoles();
      await migrate(ownerUrl, null).finally(release);
    },
  });
