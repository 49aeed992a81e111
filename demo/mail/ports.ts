import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** The port if nobody listens on it, else 0, which stands for any that is free. */
export async function usablePort(preferred: number): Promise<number> {
  const probe = createServer().listen(preferred, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    return 0;
  }
  const closed = once(probe, 'close');
  probe.close();
  await closed;
  return preferred;
}

export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address.port;
}
