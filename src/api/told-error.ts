/** An error's own words may quote what was sent or stored: only its kind and the places in the code are told to the log. */
export function toldError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { errorCode: error.code } : {};
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, ...code, places: places.slice(0, mostPlaces).map((line) => line.trim()) };
}

const mostPlaces = 12;
