import { parseArgs, type ParseArgsConfig } from 'node:util';

export type Language = 'de' | 'en';

/** What a command is given: everything it needs of the machine, so that it asks for nothing else. */
export interface CommandContext {
  readonly language: Language;
  /** Standard output: results only. Resolves when there is room for more. */
  readonly print: (text: string) => Promise<void>;
  /** Standard error: what is for people, whatever the results are. */
  readonly tell: (text: string) => void;
  /** How far it is, in one line that the next one replaces; said to a terminal only. The empty text takes it away. */
  readonly progress: (text: string) => void;
}

/** A command takes the words behind its name and answers the exit code. */
export interface Command {
  /** How it is called: shown where help is asked for, and behind what was not understood. */
  readonly usage: Readonly<Record<Language, string>>;
  readonly run: (words: readonly string[], context: CommandContext) => Promise<number>;
}

/** The command line was not understood; the message says why, the command's usage follows it. */
export class UsageError extends Error {}

/** The command line was understood, but there is nothing to work on where it points. */
export class NothingThere extends Error {}

/** The command line was understood, but the results cannot be written where it says. */
export class NoPlace extends Error {}

/** The options and names among a command's words. @throws UsageError for a word that the command does not know. */
export function understood<const Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export const exitCodes = {
  done: 0,
  usage: 2,
  failed: 3,
} as const;
