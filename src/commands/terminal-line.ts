/** The last line of a terminal, to be written over again and again. Nothing happens where the stream is no terminal. */
export interface TerminalLine {
  /** Replaces the line; the empty text takes it away. */
  readonly show: (text: string) => void;
}

/** How often a line is renewed at most: more often nobody can read it. */
const renewMs = 100;

export function terminalLine(stream: NodeJS.WriteStream, now: () => number = Date.now): TerminalLine {
  let [shown, at] = ['', 0];
  return {
    show: (text) => {
      if (!stream.isTTY || (text === '' && shown === '')) return;
      if (text !== '' && now() - at < renewMs) return;
      at = text === '' ? 0 : now();
      // A line longer than the terminal is wide would stay behind in part.
      shown = [...text].slice(0, Math.max(20, stream.columns - 1)).join('');
      stream.write(`\r\u001b[2K${shown}`);
    },
  };
}
