export type Language = 'de' | 'en';

/** What a command is given: everything it needs of the machine, so that it asks for nothing else. */
export interface CommandContext {
  readonly language: Language;
  /** Standard output: results only. Resolves when there is room for more. */
  readonly print: (text: string) => Promise<void>;
  /** Standard error: what is for people, whatever the results are. */
  readonly tell: (text: string) => void;
}

/** A command takes the words behind its name and answers the exit code. */
export interface Command {
  readonly run: (words: readonly string[], context: CommandContext) => Promise<number>;
}

/** The command line was not understood, or names something that is not there. */
export class UsageError extends Error {}

export const exitCodes = {
  done: 0,
  usage: 2,
  failed: 3,
} as const;
