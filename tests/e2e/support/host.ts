// A static host of the release build that sends the compressed files, that a test can stop, and that
// can serve another version.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';

const DIST = join(import.meta.dirname, '../../../dist');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export class Host {
  readonly folder = mkdtempSync(join(tmpdir(), 'xueshi-dist-'));
  private server?: Server;
  private port = 0;
  /** Paths asked for since the last look. */
  asked: string[] = [];

  constructor() {
    cpSync(DIST, this.folder, { recursive: true });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/xueshi/`;
  }

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url!, 'http://x').pathname);
      this.asked.push(path);
      const name = normalize(path.replace(/^\/xueshi\//, '') || 'index.html');
      try {
        const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && existsSync(join(this.folder, `${name}.br`));
        const body = readFileSync(join(this.folder, packed ? `${name}.br` : name));
        response.writeHead(200, {
          'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
          'cache-control': 'no-store',
          ...(packed && { 'content-encoding': 'br' }),
        });
        response.end(body);
      } catch {
        response.writeHead(404);
        response.end();
      }
    });
    await new Promise<void>((go) => this.server!.listen(this.port, '127.0.0.1', go));
    this.port = (this.server.address() as { port: number }).port;
  }

  async stop(): Promise<void> {
    this.server!.closeAllConnections();
    await new Promise((go) => this.server!.close(go));
  }

  /** Puts other bytes in a file's place; with `listed` the service worker's list says so. */
  change(name: string, edit: (text: string) => string, listed = true): void {
    const path = join(this.folder, name);
    const text = edit(readFileSync(path, 'utf8'));
    writeFileSync(path, text);
    rmSync(`${path}.br`, { force: true });
    if (!listed) return;
    const hash = createHash('sha256').update(text).digest('base64');
    const worker = join(this.folder, 'sw.js');
    const before = readFileSync(worker, 'utf8');
    const version = createHash('sha256').update(before + hash).digest('hex').slice(0, 16);
    const after = before
      .replace(/const FILES = (.*);/, (_, list) => `const FILES = ${JSON.stringify({ ...JSON.parse(list), [name]: hash })};`)
      .replace(/const VERSION = '.*';/, `const VERSION = '${version}';`);
    writeFileSync(worker, after);
    rmSync(`${worker}.br`, { force: true });
  }

  async end(): Promise<void> {
    await this.stop().catch(() => {});
    rmSync(this.folder, { recursive: true, force: true });
  }
}
