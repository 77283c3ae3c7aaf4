import { toHref } from '#lib/edition/address/base-path.ts';
import { NO_STORE } from './json-answer.ts';

/** What can be wrong with a call: the status, what is wrong, and what the caller can do about it. */
const PROBLEMS = {
	'body-too-large': [413, 'The body is too large', 'Send at most 8,192 bytes.'],
	'body-cut': [400, 'The body did not arrive whole', 'Send it again.'],
	'wrong-content-type': [415, 'The content type is another', 'See Accept for the one to send.'],
	'malformed-json': [400, 'The body is not JSON', 'Send one JSON object in UTF-8.'],
	'malformed-subscription': [
		422,
		'This is not a subscription',
		'Send endpoint, keys, vapidKeyId and token as /api/openapi.json describes them.'
	],
	'endpoint-not-allowed': [
		422,
		'The endpoint is not of a push service that this server knows',
		'Send the endpoint as the browser gave it. A new push service needs a new release of the server.'
	],
	'bad-keys': [
		422,
		'The keys are not ones that a message can be encrypted with',
		'Send p256dh (65 bytes, a point of P-256) and auth (16 bytes) as the browser gave them.'
	],
	'unknown-vapid-key': [
		409,
		'The subscription was made with a key that this server does not have',
		'Get /api/push/key and subscribe anew with that key.'
	],
	'endpoint-taken': [
		409,
		'This endpoint is here already, under another token or other keys',
		'Use the token that it was saved with, or let the browser make a new subscription.'
	],
	'no-token': [
		401,
		'The token is missing',
		'Send "Authorization: Bearer", a space, and the token that the subscription was saved with.'
	],
	'wrong-token': [403, 'The token is another', 'Send the token that this endpoint was saved with.'],
	'no-subscription': [
		404,
		'There is no such subscription',
		'It was removed or never saved. Save it anew with POST.'
	],
	'too-many-requests': [429, 'Too many requests', 'Wait as long as Retry-After says.'],
	'too-many-subscriptions': [
		429,
		'Too many new subscriptions at this moment',
		'Wait as long as Retry-After says. Nothing is wrong with this one.'
	],
	'subscriptions-full': [
		503,
		'This server has as many subscriptions as it may have',
		'Nothing is wrong with this one. The operator can raise MAX_SUBSCRIPTIONS: see docs/operate.md.'
	],
	'push-hosts-full': [
		503,
		'This server knows as many hosts of this push service as it may know',
		'Nothing is wrong with the subscription. The operator can raise MAX_PUSH_HOSTS: see docs/operate.md.'
	],
	'method-not-allowed': [405, 'This address does not know the method', 'See Allow.'],
	'not-found': [404, 'Nothing is at this address', 'See /api/openapi.json for what there is.'],
	'storage-full': [
		503,
		'The server cannot store anything now',
		'Try again later. What was stored before is whole.'
	],
	'storage-damaged': [
		503,
		'The database is damaged',
		'Try again later. The operator must put a backup in its place: see docs/operate.md.'
	],
	'storage-away': [503, 'The database does not answer', 'Try again later.'],
	unexpected: [500, 'The server failed', 'Try again later.'],

	'malformed-announcement': [
		400,
		'This is not a signed announcement',
		'Send the file that "npm run announce" makes: a header line, a line feed, the payload.'
	],
	'not-signed': [
		403,
		'The publishing key of the newest root has not signed this',
		'Sign it with the key that signs editions. A key that was rotated out counts no more.'
	],
	'too-few-approvers': [
		403,
		'A critical announcement needs the signatures of two approvers',
		'Let two people who hold approver keys run "npm run announce -- approve FILE".'
	],
	'bad-proof': [
		403,
		'The proof for phones is not signed by the publishing key',
		'Make the announcement anew with "npm run announce".'
	],
	'wrong-server': [
		409,
		'The announcement is for another server',
		'Name the public address of this server with --to.'
	],
	'announcement-expired': [
		409,
		'The announcement has expired',
		'Make it anew. One lives 48 hours at most.'
	],
	'announcement-too-long': [
		422,
		'The announcement would live too long',
		'Let it expire at most 48 hours after it was issued.'
	],
	'announcement-early': [
		409,
		'The announcement is issued in the future',
		'Set the clock of the machine that signs, or of the server.'
	],
	'not-this-edition': [
		409,
		'The head of this server names another edition',
		'Publish the edition here first, then announce it.'
	],
	'nothing-to-announce': [
		409,
		'The edition has no major change that may be told in this way',
		'Set "notify" in a major change note, build, publish, and announce that edition.'
	],
	'edition-not-trusted': [
		409,
		'What is published here does not verify',
		'Phones would refuse it, too. Look at it with "npm run edition:publish", and renew the head.'
	],
	'one-a-day': [
		409,
		'Phones are told something once a day at most, and it would expire before its turn',
		'Announce it tomorrow, or let two approvers sign it as critical.'
	],
	'older-edition': [
		409,
		'A newer edition was announced before',
		'Announce the newest edition: phones can show no older one.'
	],
	'other-announcement': [
		409,
		'This edition is announced already, in another way',
		'An edition is announced once. Publish another edition to say more.'
	],
	'no-announcement': [
		404,
		'There is no announcement of this edition to take back',
		'See the list at /ops.'
	],
	finished: [
		409,
		'The announcement was sent, or ended in another way',
		'It cannot be taken back. Publish a change note that says what was wrong.'
	]
} as const satisfies Readonly<Record<string, readonly [number, string, string]>>;

export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];

export const problemStatus = (code: ProblemCode): number => PROBLEMS[code][0];

/** A problem document (RFC 9457): `detail` says what to do; `code` is for programs and never changes. */
export function problem(
	code: ProblemCode,
	headers: Readonly<Record<string, string>> = {}
): Response {
	const [status, title, detail] = PROBLEMS[code];
	const body = { type: toHref(`/api/openapi.json#${code}`), title, status, detail, code };
	return new Response(`${JSON.stringify(body)}\n`, {
		status,
		headers: { ...NO_STORE, ...headers, 'content-type': 'application/problem+json' }
	});
}
