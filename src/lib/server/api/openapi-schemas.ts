import { AnnouncementState } from '#lib/push/announcement-answer.ts';
import { Severity } from '#lib/push/notice.ts';
import { PROBLEM_CODES } from '#lib/server/requests/problem.ts';

/** The keywords of JSON Schema that this API needs. */
export interface JsonSchema {
	readonly type: 'object' | 'array' | 'string' | 'integer' | 'boolean';
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: JsonSchema | false;
	readonly items?: JsonSchema;
	readonly enum?: readonly (string | number | boolean)[];
	readonly pattern?: string;
	readonly format?: string;
	readonly minimum?: number;
	readonly maxLength?: number;
	readonly description?: string;
}

const base64Url = (characters: number, description: string): JsonSchema => {
	return { type: 'string', pattern: `^[A-Za-z0-9_-]{${String(characters)}}$`, description };
};
const instant: JsonSchema = { type: 'string', format: 'date-time' };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const endpoint: JsonSchema = { type: 'string', format: 'uri', maxLength: 2048 };

/** An object whose properties are all required. */
const whole = (
	properties: Readonly<Record<string, JsonSchema>>,
	more: Partial<JsonSchema> = {}
): JsonSchema => {
	return { type: 'object', properties, required: Object.keys(properties), ...more };
};

const announcement = {
	edition: { type: 'integer', minimum: 1 },
	severity: { type: 'string', enum: Severity.options },
	state: { type: 'string', enum: AnnouncementState.options },
	sendsAt: instant
} as const satisfies Readonly<Record<string, JsonSchema>>;

/** The schemas of all requests and answers, by name. */
export const answerSchemas = {
	VapidKey: whole({
		publicKey: base64Url(87, '65 bytes, for applicationServerKey'),
		keyId: base64Url(43, 'SHA-256 of the public key')
	}),
	SubscriptionRequest: whole({
		endpoint,
		keys: whole({ p256dh: base64Url(87, '65 bytes'), auth: base64Url(22, '16 bytes') }),
		vapidKeyId: base64Url(43, 'The key that it was made with'),
		token: base64Url(43, '32 random bytes of the phone’s own, kept by it')
	}),
	Saved: whole({ saved: { type: 'boolean', enum: [true] } }, { additionalProperties: false }),
	Announcement: whole({ ...announcement, subscriptions: count }, { additionalProperties: false }),
	Announcements: whole(
		{
			subscriptions: count,
			announcements: {
				type: 'array',
				items: whole({
					...announcement,
					expiresAt: instant,
					isLate: { type: 'boolean' },
					deliveries: { type: 'object', additionalProperties: count }
				})
			}
		},
		{ additionalProperties: false }
	),
	Health: whole({ status: { type: 'string', enum: ['ok'] } }, { additionalProperties: false }),
	Problem: whole(
		{
			type: { type: 'string' },
			title: { type: 'string' },
			status: { type: 'integer', minimum: 400 },
			detail: { type: 'string', description: 'What to do' },
			code: { type: 'string', enum: PROBLEM_CODES }
		},
		{ additionalProperties: false }
	)
} as const satisfies Readonly<Record<string, JsonSchema>>;
