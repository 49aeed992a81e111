import type { Server, Socket } from 'node:net';

/** Where it listens. */
export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Lets people in and opens the folder; asked for mails, it only says that it is still there. */
export function halfDead(socket: Socket): void {
  const sign = setInterval(() => socket.write('* OK still here\r\n'), 50);
  socket.on('close', () => clearInterval(sign)).on('error', () => undefined);
  socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
  socket.on('data', (said) => {
    for (const line of said.toString().split('\r\n').filter(Boolean)) {
      const [tag = '', command = ''] = line.split(' ');
      if (command === 'NOOP' || command === 'UID') continue;
      const selected = '* 1 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 2] ok\r\n';
      const told = command === 'SELECT' ? selected : command === 'LIST' ? '* LIST () "/" INBOX\r\n' : '';
      socket.write(`${told}${tag} OK done\r\n`);
    }
  });
}
