/** Why the server did not do what was asked, or `away` where no answer came; the detail is in the reader's language. */
export class ProblemError extends Error {
  constructor(
    /** The stable code at the end of `urn:eingang:problem:…`; `away` without an answer. */
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

export type ProblemKind = 'away' | 'sessionEnded' | 'noRight' | 'missing' | 'conflict' | 'refused' | 'failed';

const kinds: Readonly<Record<number, ProblemKind>> = {
  0: 'away',
  401: 'sessionEnded',
  403: 'noRight',
  404: 'missing',
  409: 'conflict',
  412: 'conflict',
  502: 'away',
  503: 'away',
  504: 'away',
};

/** How a page treats an error; anything that is no problem of the API is a failure of ours. */
export function kindOf(error: unknown): ProblemKind {
  if (!(error instanceof ProblemError)) return 'failed';
  return kinds[error.status] ?? (error.status < 500 ? 'refused' : 'failed');
}

/** Whether the change may have been made although no answer says so: repeat with the same key. */
export const isUncertain = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.status === 0 || error.status >= 500 || error.code === 'keyInUse';

export async function problemOf(response: Response): Promise<ProblemError> {
  const body = await readJson(response);
  const code = textIn(body, 'type').split(':').at(-1) ?? '';
  return new ProblemError(
    code === '' ? 'unexpected' : code,
    response.status,
    textIn(body, 'title'),
    textIn(body, 'detail'),
    body,
  );
}

async function readJson(response: Response): Promise<Readonly<Record<string, unknown>>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}

function textIn(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}
