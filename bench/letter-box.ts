import { simpleParser } from 'mailparser';
import { AnswerSink } from './answer-sink.js';

const lookEveryMs = 50;
const longestWaitMs = 120_000;

/** Every supplier's mailbox in one: what the town writes to anybody lies here. */
export class LetterBox {
  private readonly letters: Promise<string>[] = [];
  private readonly sink = new AnswerSink((_count, raw) => {
    this.letters.push(simpleParser(raw).then(({ text }) => text ?? ''));
  });

  /** @returns its address, for SMTP_URL. */
  start = (): Promise<string> => this.sink.start();

  stop = (): Promise<void> => this.sink.stop();

  /** Waits for a mail whose text holds this, and gives the path of the first link in it that fits. */
  async linkIn(text: string, link: RegExp): Promise<string> {
    const giveUpAt = Date.now() + longestWaitMs;
    for (;;) {
      const found = (await Promise.all(this.letters)).find((letter) => letter.includes(text) && link.test(letter));
      if (found !== undefined) return new URL(link.exec(found)?.[0] ?? '').pathname;
      if (Date.now() > giveUpAt) throw new Error(`no mail says: ${text}`);
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }
}
