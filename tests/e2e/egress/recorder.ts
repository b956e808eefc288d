import { createSocket } from 'node:dgram';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Where the ways out try to go. */
export interface Elsewhere {
  /** Another origin: "http://localhost:40123". */
  readonly http: string;
  readonly webSocket: string;
  readonly stun: string;
}

/** A stranger's server that writes down whatever reaches it: connections, requests, upgrades, datagrams. */
export class Recorder {
  readonly seen: string[] = [];
  readonly #server: Server;
  readonly #socket = createSocket('udp4');

  constructor() {
    this.#server = createServer((request, response) => {
      this.seen.push(`${request.method} ${request.url}`);
      const type = request.url?.endsWith('.js') ? 'text/javascript' : 'text/html';
      response.writeHead(200, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Headers': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Content-Type': type,
      });
      response.end(type === 'text/html' ? '<p>elsewhere</p>' : '');
    });
    this.#server.on('upgrade', ({ url }, socket) => {
      this.seen.push(`UPGRADE ${url}`);
      socket.destroy();
    });
    this.#server.on('connection', () => this.seen.push('connection'));
    this.#socket.on('message', () => this.seen.push('datagram'));
  }

  async open(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    await new Promise<void>((done) => this.#socket.bind(0, '0.0.0.0', done));
  }

  get elsewhere(): Elsewhere {
    const { port } = this.#server.address() as AddressInfo;
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((face) => face && !face.internal && face.family === 'IPv4');
    return {
      http: `http://localhost:${port}`,
      webSocket: `ws://localhost:${port}`,
      stun: `stun:${outside?.address ?? '127.0.0.1'}:${this.#socket.address().port}`,
    };
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    this.#socket.close();
  }
}
