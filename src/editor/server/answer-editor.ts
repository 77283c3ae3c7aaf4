import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { checkSender, statusOf, type Refusal } from './guard.ts';
import { NOTHING_ALLOWED, type ScreenFile } from './screen-files.ts';
import type { Session } from './session.ts';

/** Much more than the longest article, and than all of its history that is sent. */
export const MAX_BODY_BYTES = 1_000_000;

/** What the screen asks for, by name. The input is whatever was sent: each call parses its own. */
export type Calls = Readonly<Record<string, (input: unknown) => unknown>>;

/** What a call refuses, in words for the editor. */
export class CallRefused extends Error {}

export interface EditorServer {
	/** `http://localhost:4180`: the one address that requests may name. */
	readonly origin: string;
	readonly session: Session;
	readonly files: ReadonlyMap<string, ScreenFile>;
	readonly calls: Calls;
}

const HEADERS: Readonly<Record<string, string>> = {
	'cache-control': 'no-store',
	'content-security-policy': NOTHING_ALLOWED,
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff'
};

const Exchange = v.strictObject({ token: v.pipe(v.string(), v.maxLength(100)) });

/** Answers for the editors' screen: its files to anybody on this computer, its calls to the editor. */
export function answerEditor(editor: EditorServer): RequestListener {
	return (request, response) => {
		for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
		answer(request, response, editor).catch((error: unknown) => {
			// a bug: it is told where the command was started, and the screen says that it failed
			process.emitWarning(error instanceof Error ? error : String(error));
			if (!response.headersSent) send(response, 500, { problem: 'failed' });
		});
	};
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	{ origin, session, files, calls }: EditorServer
): Promise<void> {
	const refusal = checkSender(request, origin);
	if (refusal) return refuse(request, response, refusal);
	const path = new URL(request.url ?? '/', origin).pathname;
	if (request.method === 'GET') return sendFile(request, response, path, files);

	const body = await readJson(request);
	if ('problem' in body) return send(response, body.status, { problem: body.problem }, true);
	if (path === '/api/session') {
		const sent = v.safeParse(Exchange, body.json);
		const cookie = sent.success ? session.exchange(sent.output.token) : undefined;
		if (cookie === undefined) return refuse(request, response, 'no-session');
		response.setHeader('set-cookie', cookie);
		return send(response, 200, {});
	}
	if (!session.isOpen(request.headers.cookie)) return refuse(request, response, 'no-session');
	const name = /^\/api\/([a-z-]+)$/.exec(path)?.[1] ?? '';
	const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
	if (!call) return refuse(request, response, 'not-found');
	try {
		send(response, 200, (await call(body.json)) ?? {});
	} catch (error) {
		if (error instanceof CallRefused) return send(response, 409, { problem: error.message });
		if (v.isValiError(error)) return send(response, 400, { problem: 'malformed' });
		throw error;
	}
}

/** Every page of the screen is the same document, which finds out by itself what to show. */
function sendFile(
	request: IncomingMessage,
	response: ServerResponse,
	path: string,
	files: ReadonlyMap<string, ScreenFile>
): void {
	const isPage = /^\/[a-z0-9/-]*$/i.test(path) && !path.startsWith('/api/');
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
