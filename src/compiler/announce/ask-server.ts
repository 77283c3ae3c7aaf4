import * as v from 'valibot';
import { Head } from '#lib/edition/edition.ts';
import { HEAD_PATH, PUBLISHED } from '#lib/edition/address/published-paths.ts';
import { AnnouncementAnswer } from '#lib/push/announcement-answer.ts';
import { toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { parseEnvelope } from '#lib/trust/signed/envelope.ts';
import type { Root } from '#lib/trust/signed/root.ts';
import type { Io } from '../base/io.ts';
import { readUpTo } from '../base/read-up-to.ts';
import { Refusal } from '../base/refusal.ts';
import { isSignedFor } from '../keys/sign-file.ts';

const DEADLINE_MS = 20_000;
const MAX_BYTES = 65_536;

/** A problem document, as far as it is shown. */
const Problem = v.object({ title: v.string(), detail: v.string(), code: v.string() });
const Overview = v.object({ subscriptions: v.number() });

/** The head that the server gives to phones. Refuses one that is not of these keys. */
export async function askHead(to: string, root: Root, io: Io): Promise<Head> {
	const { response, body } = await ask(`${to}${PUBLISHED}${HEAD_PATH}`, {}, io);
	if (!response.ok) throw new Refusal(`${to} has no edition: ${String(response.status)}.`);
	const envelope = parseEnvelope(body);
	if (!envelope.ok || !(await isSignedFor('head', body, root))) {
		throw new Refusal(`The head at ${to} is not signed by these keys: it is another server.`);
	}
	return v.parse(Head, JSON.parse(toText(envelope.value.payload)));
}

/** How many phones it would be for, or `undefined` where the server does not tell. */
export async function askSubscriptions(to: string, io: Io): Promise<number | undefined> {
	const token = io.operatorToken();
	const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
	const { response, body } = await ask(`${to}/api/announcements`, { headers }, io);
	const parsed = response.ok ? v.safeParse(Overview, parseJson(body)) : undefined;
	return parsed?.success === true ? parsed.output.subscriptions : undefined;
}

/** Sends a signed announcement or cancellation. A refusal says what the server said. */
export async function postSigned(to: string, file: Bytes, io: Io): Promise<AnnouncementAnswer> {
	const headers = { 'content-type': 'application/octet-stream' };
	const init = { method: 'POST', headers, body: file };
	const { response, body } = await ask(`${to}/api/announcements`, init, io);
	const json = parseJson(body);
	const answer = v.safeParse(AnnouncementAnswer, json);
	if (response.ok && answer.success) return answer.output;
	const problem = v.safeParse(Problem, json);
	if (!problem.success) {
		throw new Refusal(`${to} takes no announcements: it answered ${String(response.status)}.`);
	}
	const { title, detail, code } = problem.output;
	throw new Refusal(`${to} refused it (${code}): ${title}. ${detail}`);
}

async function ask(
	address: string,
	init: RequestInit,
	io: Io
): Promise<{ response: Response; body: Bytes }> {
	const limits = { redirect: 'error', signal: AbortSignal.timeout(DEADLINE_MS) } as const;
	try {
		const response = await io.fetch(address, { ...init, ...limits });
		const body = await readUpTo(response, MAX_BYTES);
		if (!body) throw new Error('The answer is too long');
		return { response, body };
	} catch (cause) {
		throw new Refusal(`${new URL(address).origin} cannot be reached. Is it the public address?`, {
			cause
		});
	}
}

function parseJson(body: Bytes): unknown {
	try {
		return JSON.parse(toText(body));
	} catch {
		// a page of another server: no schema will fit
		return undefined;
	}
}
