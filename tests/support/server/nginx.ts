import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { aCertificate } from './self-signed.ts';

const CONFIGURATION = 'docs/deploy/nginx.conf';
/** Where Debian installs nginx's modules. */
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Why nginx cannot be tested on this machine; `undefined` if it can. */
export function whyNoNginx(): string | undefined {
	if (spawnSync('nginx', ['-v']).error) return 'nginx is not installed';
	return existsSync(BROTLI) ? undefined : 'its module brotli_static is not installed';
}

export interface NginxAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
}

/** A real nginx with the configuration of `docs/deploy`, but for its paths and ports. */
export interface Nginx {
	readonly ask: (
		line: string,
		headers?: Readonly<Record<string, string>>,
		body?: string
	) => Promise<NginxAnswer>;
}

export async function startNginx(folder: string, root: string, upstream: string): Promise<Nginx> {
	const { key, cert } = aCertificate();
	const [plain, secure] = [await freePort(), await freePort()];
	const write = (name: string, content: string): string => {
		writeFileSync(join(folder, name), content);
		return join(folder, name);
	};
	const configuration = readFileSync(CONFIGURATION, 'utf8')
		.replace('listen 80;', `listen 127.0.0.1:${String(plain)};`)
		.replace('listen 443 ', `listen 127.0.0.1:${String(secure)} `)
		.replace(/(ssl_certificate +)\S+;/, `$1${write('cert.pem', cert)};`)
		.replace(/(ssl_certificate_key +)\S+;/, `$1${write('key.pem', key)};`)
		.replaceAll('/var/log/nginx', folder)
		.replace('root /srv/handrail/www;', `root ${root};`)
		.replace('http://127.0.0.1:4173', upstream);
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((it) => `${it}_temp_path ${join(folder, it)};`)
		.join('\n');
	const whole = `load_module ${BROTLI};
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; worker_processes 1; pid ${join(folder, 'nginx.pid')};
events {} http { ${temporary} include ${write('handrail.conf', configuration)}; }
`;
	const args = ['-c', write('nginx.conf', whole), '-p', folder, '-e', join(folder, 'start.log')];
	const child = spawn('nginx', args, { stdio: 'ignore' });
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	onTestFinished(async () => {
		child.kill('SIGTERM');
		await ended;
	});
	const why = (): string => readFileSync(join(folder, 'start.log'), 'utf8');
	await Promise.race([isOpen(secure), ended.then(() => Promise.reject(new Error(why())))]);

	const options = { host: '127.0.0.1', port: secure, servername: 'localhost', ca: cert };
	return {
		async ask(line, headers = {}, body = '') {
			const [method, path] = line.split(' ');
			const length = body === '' ? {} : { 'content-length': String(body.length) };
			const all = { host: 'handrail.example', ...length, ...headers };
			return answerTo({ ...options, method, path, headers: all, agent: false }, body);
		}
	};
}

function answerTo(options: RequestOptions, body: string): Promise<NginxAnswer> {
	return new Promise((resolve, reject) => {
		const asked = request(options, (response) => {
			const { statusCode: status = 0, headers } = response;
			text(response).then((it) => resolve({ status, headers, body: it }), reject);
		});
		asked.once('error', reject);
		asked.end(body);
	});
}

/** Waits until something listens on the port. */
async function isOpen(port: number): Promise<void> {
	const tries = (): Promise<boolean> =>
		new Promise((resolve) => {
			const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () =>
				resolve(false)
			);
			socket.once('connect', () => socket.destroy());
		});
	while (!(await tries())) await new Promise((resolve) => setTimeout(resolve, 20));
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}
