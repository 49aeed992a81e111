/**
 * A line as it may stand on a terminal. Values come from the sender: what would move the cursor (Cc), turn the direction
 * of writing round or be invisible (Cf) is left out, what is endless is cut.
 */
export const printable = (line: string): string =>
  line
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .slice(0, 500);
