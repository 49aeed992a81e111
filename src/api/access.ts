import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiSecurity } from '@nestjs/swagger';
import type { Scope } from '../pipeline/find-api-key.js';

/** Who may call a route. A route that says nothing is open to nobody. */
export type Access =
  | { readonly kind: 'everyone' }
  | {
      readonly kind: 'known';
      readonly people: boolean;
      /** An API key needs one of these. */
      readonly scopes: readonly Scope[];
      /** Also while the one-time password has not been changed yet. */
      readonly beforePasswordChange: boolean;
    };

export const accessMetadata = 'eingang:access';

const access = (rule: Access) => SetMetadata(accessMetadata, rule);

/** Nobody has to say who they are. */
export const ForEveryone = () => access({ kind: 'everyone' });

/** People who are signed in. */
export const ForPeople = (options: { readonly beforePasswordChange?: boolean } = {}) =>
  applyDecorators(
    access({
      kind: 'known',
      people: true,
      scopes: [],
      beforePasswordChange: options.beforePasswordChange ?? false,
    }),
    ApiSecurity({ session: [], csrf: [] }),
  );

/** Programs whose key has one of the scopes. */
export const ForKeys = (...scopes: readonly Scope[]) =>
  applyDecorators(
    access({ kind: 'known', people: false, scopes, beforePasswordChange: false }),
    ApiBearerAuth('apiKey'),
  );

/** People who are signed in, and programs whose key has one of the scopes. */
export const ForPeopleAndKeys = (...scopes: readonly Scope[]) =>
  applyDecorators(
    access({ kind: 'known', people: true, scopes, beforePasswordChange: false }),
    ApiSecurity({ session: [], csrf: [] }),
    ApiBearerAuth('apiKey'),
  );
