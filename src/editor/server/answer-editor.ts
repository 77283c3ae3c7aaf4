import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { CallRefused, type Asking, type Door, type Opened } from './door.ts';
import { diskTroubleOf } from './disk-trouble.ts';
import { checkSender, statusOf, type Refusal } from './guard.ts';
import { NOTHING_ALLOWED, type ScreenFile } from './screen-files.ts';

/** Much more than the longest article, and than all of its history that is sent. */
export const MAX_BODY_BYTES = 1_000_000;

/** What the screen asks for, by name. The input is whatever was sent: each call parses its own. */
export type Calls = Readonly<Record<string, (input: unknown, asking?: Asking) => unknown>>;

export interface EditorServer {
	/** `http://localhost:4180`: the one address that requests may name. */
	readonly origin: string;
	readonly door: Door;
	readonly files: ReadonlyMap<string, ScreenFile>;
	readonly calls: Calls;
}

const FOR_A_TEAM =
	'For several people, behind a proxy: EDITOR_TEAM=on, and EDITOR_ORIGIN=https://… (docs/operate.md).';

const HEADERS: Readonly<Record<string, string>> = {
	'cache-control': 'no-store',
	'content-security-policy': NOTHING_ALLOWED,
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff'
};

/** Answers for the editors' screen: its files to anybody who reaches it, its calls to editors. */
export function answerEditor(editor: EditorServer): RequestListener {
	return (request, response) => {
		for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
		answer(request, response, editor).catch((error: unknown) => {
			// a bug: it is told where the command was started, and the screen says that it failed
			process.emitWarning(error instanceof Error ? error : String(error));
			const trouble = diskTroubleOf(error);
			if (response.headersSent) return;
			send(response, trouble ? 507 : 500, { problem: trouble ?? 'failed' });
		});
	};
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	{ origin, door, files, calls }: EditorServer
): Promise<void> {
	const refusal = checkSender(request, origin, door);
	if (refusal === 'wrong-host' && door.isAlone) {
		const remedy = `${origin} is the one address of this editor. ${FOR_A_TEAM}`;
		return send(response, statusOf(refusal), { problem: refusal, remedy }, true);
	}
	if (refusal) return refuse(request, response, refusal);
	// "//[" is no address, and "//elsewhere/" is one of another host
	const url = URL.parse(request.url ?? '/', origin);
	if (url?.origin !== origin) return refuse(request, response, 'not-found');
	const path = url.pathname;
	const visit = door.visit(request);
	if (request.method === 'GET') {
		const way = ownOf(door.ways ?? {}, path);
		if (!way) return sendFile(request, response, path, files);
		const { location, cookies } = await way(url, visit);
		response.writeHead(303, { location, 'set-cookie': [...cookies] });
		response.end();
		return;
	}

	const body = await readJson(request);
	if ('problem' in body) return send(response, body.status, { problem: body.problem }, true);
	const name = /^\/api\/([a-z-]+)$/.exec(path)?.[1] ?? '';
	try {
		const entrance = ownOf(door.open, name);
		if (entrance) return sendOpened(response, await entrance(body.json, visit));
		const asking = door.admit(visit);
		if (!asking) return refuse(request, response, 'no-session');
		const call = ownOf(calls, name);
		if (!call) return refuse(request, response, 'not-found');
		send(response, 200, (await call(body.json, asking === 'alone' ? undefined : asking)) ?? null);
	} catch (error) {
		if (v.isValiError(error)) return send(response, 400, { problem: 'malformed' });
		if (error instanceof CallRefused) return refuse(request, response, error.refusal);
		throw error;
	}
}

/** What every object has is in no table. */
const ownOf = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
	Object.hasOwn(table, name) ? table[name] : undefined;

function sendOpened(response: ServerResponse, opened: Opened): void {
	const { status = 200, body, cookie, retryAfter } = opened;
	if (cookie !== undefined) response.setHeader('set-cookie', cookie);
	if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
	send(response, status, body, status !== 200);
}

/** Every page of the screen is the same document, which finds out by itself what to show. */
function sendFile(
	request: IncomingMessage,
	response: ServerResponse,
	path: string,
	files: ReadonlyMap<string, ScreenFile>
): void {
	// a text of YAML is a page by its whole name
	const isPage = /^\/[a-z0-9/-]*(\.yaml)?$/i.test(path) && !path.startsWith('/api/');
	const file = files.get(path) ?? (isPage ? files.get('/index.html') : undefined);
	if (!file) return refuse(request, response, 'not-found');
	response.setHeader('content-security-policy', file.policy);
	response.writeHead(200, { 'content-type': file.type, 'content-length': file.body.length });
	response.end(file.body);
}

type Body = { readonly json: unknown } | { readonly status: 400 | 413; readonly problem: string };

/** Counted as it arrives: a length that is announced proves nothing. */
async function readJson(request: IncomingMessage): Promise<Body> {
	const tooLarge = { status: 413, problem: 'too-large' } as const;
	if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return tooLarge;
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length > MAX_BODY_BYTES) return tooLarge;
		chunks.push(chunk);
	}
	try {
		return { json: JSON.parse(Buffer.concat(chunks).toString()) as unknown };
	} catch {
		return { status: 400, problem: 'malformed' };
	}
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
	// its body is left unread, so that nothing else can follow on this connection
	send(response, statusOf(refusal), { problem: refusal }, request.method !== 'GET');
}

function send(response: ServerResponse, status: number, value: unknown, isLast = false): void {
	if (isLast) response.setHeader('connection', 'close');
	const body = Buffer.from(JSON.stringify(value));
	response.writeHead(status, {
		'content-type': 'application/json; charset=utf-8',
		'content-length': body.length
	});
	response.end(body);
}
