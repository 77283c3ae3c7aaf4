import { toHref } from '#lib/edition/address/base-path.ts';
import { PROBLEM_CODES, problemStatus, type ProblemCode } from '#lib/server/requests/problem.ts';
import { answerSchemas } from './openapi-schemas.ts';

/** A reference to a schema of the document. */
const ref = (name: keyof typeof answerSchemas) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: keyof typeof answerSchemas) => ({
	content: { 'application/json': { schema: ref(schema) } }
});
const body = (schema: keyof typeof answerSchemas) => ({ required: true, ...json(schema) });

/** The refusals of an address: one entry for each status, with the codes in its description. */
function refusals(...codes: readonly ProblemCode[]) {
	const all = [...codes, ...ANYWHERE];
	const statuses = [...new Set(all.map(problemStatus))].sort((a, b) => a - b);
	return Object.fromEntries(
		statuses.map((status) => [
			String(status),
			{
				description: all.filter((code) => problemStatus(code) === status).join(', '),
				content: { 'application/problem+json': { schema: ref('Problem') } }
			}
		])
	);
}

const ANYWHERE = [
	'too-many-requests',
	'storage-full',
	'storage-damaged',
	'storage-away',
	'unexpected'
] as const satisfies readonly ProblemCode[];
const BODY = [
	'body-too-large',
	'body-cut',
	'wrong-content-type',
	'malformed-json'
] as const satisfies readonly ProblemCode[];
const SUBSCRIPTION = [
	'malformed-subscription',
	'endpoint-not-allowed',
	'bad-keys',
	'unknown-vapid-key'
] as const satisfies readonly ProblemCode[];
const FULL = ['subscriptions-full', 'push-hosts-full'] as const satisfies readonly ProblemCode[];
const OWN = [
	'no-token',
	'wrong-token',
	'no-subscription'
] as const satisfies readonly ProblemCode[];
const SIGNED = [
	'body-too-large',
	'body-cut',
	'wrong-content-type',
	'malformed-announcement',
	'not-signed',
	'too-few-approvers',
	'bad-proof',
	'wrong-server',
	'announcement-expired',
	'announcement-too-long',
	'announcement-early',
	'not-this-edition',
	'nothing-to-announce',
	'edition-not-trusted',
	'one-a-day',
	'older-edition',
	'other-announcement',
	'no-announcement',
	'finished'
] as const satisfies readonly ProblemCode[];

const EMPTY = { description: 'Done. No body.' };

/** The document at `/api/openapi.json`. Tests compare it with real answers. */
export const openApi = {
	openapi: '3.1.0',
	info: {
		title: 'Handrail notices',
		version: '1',
		description:
			'How a phone asks for notices, and how a publisher sends one. Same origin only. Bodies have at most 8,192 bytes. Each refusal is a problem document (RFC 9457) whose code stays the same: ' +
			PROBLEM_CODES.join(', ')
	},
	servers: [{ url: toHref('') || '/' }],
	paths: {
		'/api/push/key': {
			get: {
				summary: 'The VAPID key that new subscriptions are made with',
				responses: { '200': { description: 'The key', ...json('VapidKey') }, ...refusals() }
			}
		},
		'/api/push/subscriptions': {
			post: {
				summary: 'Save a subscription, with a token of the phone’s own making. Idempotent',
				requestBody: body('SubscriptionRequest'),
				responses: {
					'201': { description: 'Saved', ...json('Saved') },
					...refusals(...BODY, ...SUBSCRIPTION, 'endpoint-taken', 'too-many-subscriptions', ...FULL)
				}
			},
			put: {
				summary: 'Say that the phone is still there, and what changed',
				security: [{ managementToken: [] }],
				requestBody: body('SubscriptionRequest'),
				responses: { '204': EMPTY, ...refusals(...BODY, ...SUBSCRIPTION, ...OWN) }
			},
			delete: {
				summary: 'Remove what was saved with the token, now. Outside the limit of the others',
				security: [{ managementToken: [] }],
				responses: { '204': EMPTY, ...refusals('no-token', 'no-subscription') }
			}
		},
		'/api/announcements': {
			get: {
				summary: 'Announcements and numbers, for the operator',
				security: [{ operatorToken: [] }],
				responses: {
					'200': { description: 'The newest first', ...json('Announcements') },
					...refusals('not-found')
				}
			},
			post: {
				summary: 'Send what the publisher signed: an announcement, or a cancellation of one',
				description:
					'A signed file as docs/formats.md describes it. Idempotent on the edition. Held before it is sent; a cancellation ends it while it is held or being sent.',
				requestBody: {
					required: true,
					content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
				},
				responses: {
					'200': { description: 'Was there already, or is cancelled', ...json('Announcement') },
					'202': { description: 'Accepted, and held', ...json('Announcement') },
					...refusals(...SIGNED)
				}
			}
		},
		'/api/health': {
			get: {
				summary: 'Whether the server can do its work',
				responses: { '200': { description: 'It can', ...json('Health') }, ...refusals() }
			}
		},
		'/api/openapi.json': {
			get: {
				summary: 'This document',
				responses: {
					'200': {
						description: 'OpenAPI 3.1',
						content: { 'application/json': { schema: { type: 'object' } } }
					},
					...refusals()
				}
			}
		}
	},
	components: {
		securitySchemes: {
			managementToken: { type: 'http', scheme: 'bearer' },
			operatorToken: { type: 'http', scheme: 'bearer' }
		},
		schemas: answerSchemas
	}
} as const;
