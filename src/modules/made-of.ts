import type { FactoryProvider } from '@nestjs/common';

/** A class as a token: of a port (abstract) or of a use case. */
type Token<T> = abstract new (...parts: never[]) => T;

/** Provides a plain class by its parts' tokens; the compiler compares them with the constructor. */
export const madeOf = <Parts extends readonly unknown[], Made>(
  made: new (...parts: Parts) => Made,
  ...tokens: { readonly [At in keyof Parts]: Token<Parts[At]> }
): FactoryProvider<Made> => ({
  provide: made,
  useFactory: (...parts: Parts) => new made(...parts),
  inject: [...tokens],
});
