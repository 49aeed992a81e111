import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterHome } from './cluster-home.js';
import { LaunchFailure, codeOf } from './launch-failure.js';
import { runsAsRoot } from './operator.js';

/** sockaddr_un holds 104 bytes on macOS and 108 on Linux, including the closing zero. */
const longestSocketPath = 103;
const socketName = '.s.PGSQL.5432';

/** The folder of the cluster's socket: in its home, or in /tmp if the home's path is too long for a socket. */
export function socketFolder(home: string): string {
  const near = join(home, 'socket');
  if (Buffer.byteLength(join(near, socketName)) <= longestSocketPath) return near;
  return `/tmp/eingang-${createHash('sha256').update(home).digest('hex').slice(0, 24)}`;
}

/**
 * Makes that folder, private to the operator. Throws LaunchFailure if somebody else has put something at its place,
 * as everybody may in /tmp.
 */
export function prepareSocketFolder({ home, operator }: ClusterHome): string {
  const folder = socketFolder(home);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  if (operator.ids !== undefined && runsAsRoot() && lstatSync(folder).uid === 0) {
    chownSync(folder, operator.ids.uid, operator.ids.gid);
  }
  const found = lstatSync(folder);
  const owner = operator.ids?.uid ?? process.getuid?.();
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new LaunchFailure(
      `The folder ${folder} is meant for the socket of the embedded PostgreSQL and must belong to ${operator.name} alone (mode 0700); remove it, or set EINGANG_DATA to a folder with a shorter path.`,
    );
  }
  return folder;
}
