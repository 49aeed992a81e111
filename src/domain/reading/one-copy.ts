/**
 * The one copy that the engine keeps of all equal texts which are names of properties. Two of them are compared without a
 * look at their characters, and a piece cut out of a document does not keep the document in memory.
 */
export function oneCopy(text: string): string {
  const [copy = text] = Object.keys({ [text]: null });
  return copy;
}
