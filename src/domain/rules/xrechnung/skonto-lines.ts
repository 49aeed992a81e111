const skontoLine = /^#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(?:#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/;

/**
 * Whether the payment terms (BT-20) keep to the form of XRechnung: every line that begins with # is a complete Skonto
 * line, and after the last span between two # comes a newline. Texts without such a line are free.
 */
export function isSkontoText(text: string): boolean {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, ''));
  const marked = lines.filter((line) => line.startsWith('#'));
  if (marked.length === 0) return true;
  return marked.every((line) => skontoLine.test(line)) && /^[ \t\n\r]*\n/.test(afterLastSpan(text));
}

/** The text after the last greedy span of a line from its first # to its last. */
function afterLastSpan(text: string): string {
  return text.split(/#[^\n\r]+#/).at(-1) ?? '';
}
