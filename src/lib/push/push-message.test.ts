import { expect, test } from 'vitest';
import { formatPushMessage } from './push-message.ts';

const NOTICE = { edition: 2, severity: 'critical', proof: 'A'.repeat(86) } as const;

const tagFor = (origin: string): unknown =>
	(JSON.parse(formatPushMessage(NOTICE, origin)) as { notification: { tag: string } }).notification
		.tag;

test.each([
	['https://a.example', 'critical'],
	['https://a.example/one', '/one/critical'],
	['https://a.example/two', '/two/critical']
])('a notice of the app at %s takes the place of its own alone: %s', (origin, tag) => {
	expect(tagFor(origin)).toBe(tag);
});
