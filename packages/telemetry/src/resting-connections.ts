/**
 * Connections on which nothing is asked or answered. Node's own idea of them leaves out those on which nothing was ever
 * asked, as browsers open some in advance, and takes in those whose answer is still being written.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface RestingConnections {
  /** Ends those that rest now, and from now on each as soon as it rests. */
  end(): void;
}

interface Work {
  /** Requests without a complete answer. */
  open: number;
  /** Bytes that had come when it last rested: more of them are a request on its way. */
  read: number;
}

export function restingConnections(server: Server): RestingConnections {
  const connections = new Map<Socket, Work>();
  let ending = false;
  const endIfResting = (socket: Socket, { open, read }: Work) => {
    if (open === 0 && read === socket.bytesRead) socket.destroy();
  };
  server.on('connection', (socket) => {
    connections.set(socket, { open: 0, read: 0 });
    socket.once('close', () => connections.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    const work = connections.get(socket);
    if (!work) return;
    work.open += 1;
    response.once('close', () => {
      work.open -= 1;
      work.read = socket.bytesRead;
      if (ending) endIfResting(socket, work);
    });
  });
  return {
    end() {
      ending = true;
      for (const [socket, work] of connections) endIfResting(socket, work);
    },
  };
}
