import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { LaunchFailure } from './launch-failure.js';

/** Under whom PostgreSQL runs. `ids` is undefined if that is simply the user of this process. */
export interface Operator {
  readonly name: string;
  readonly ids?: { readonly uid: number; readonly gid: number };
}

/** `initdb` and `postgres` refuse to run as root; these users are taken instead, the first that exists. */
const unprivileged = ['eingang', 'nobody', 'daemon'] as const;

export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/**
 * Chooses the operator for a cluster. A cluster that exists belongs to its owner, whoever else may start it as root.
 * Throws LaunchFailure if there is no user that PostgreSQL would accept.
 */
export function operatorFor(existingCluster: string | undefined): Operator {
  if (!runsAsRoot()) return { name: ownName() };
  const passwd = readPasswd();
  const owner = existingCluster === undefined ? undefined : statSync(existingCluster).uid;
  const found =
    owner === undefined
      ? unprivileged.flatMap((name) => passwd.filter((entry) => entry.name === name))[0]
      : passwd.find((entry) => entry.uid === owner);
  if (found === undefined || found.uid === 0) {
    throw new LaunchFailure(
      owner === undefined
        ? `The embedded PostgreSQL cannot run as root, and /etc/passwd names none of the users ${unprivileged.join(', ')}; start as an ordinary user or set DATABASE_URL.`
        : `The cluster ${String(existingCluster)} belongs to the user id ${String(owner)}, which /etc/passwd does not name as an ordinary user; give the folder to an ordinary user or set DATABASE_URL.`,
    );
  }
  return { name: found.name, ids: { uid: found.uid, gid: found.gid } };
}

function readPasswd(): readonly { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    throw new LaunchFailure(
      `The user id ${String(process.getuid?.())} has no entry in /etc/passwd, and PostgreSQL refuses to run without one; add the entry or set DATABASE_URL.`,
    );
  }
}
