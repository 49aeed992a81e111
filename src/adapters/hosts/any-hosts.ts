import { Hosts, type HostAnswer } from '../../pipeline/ports/hosts.js';

/** For trying out: mail servers on this machine are welcome. */
export class AnyHosts extends Hosts {
  find(host: string): Promise<HostAnswer> {
    return Promise.resolve({ kind: 'place', address: host.replace(/^\[|\]$/g, ''), others: [], servername: null });
  }
}
