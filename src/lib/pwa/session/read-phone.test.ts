import { expect, test, vi } from 'vitest';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone } from '#tests/support/phone/syncing-phone.ts';
import { readPhone } from './read-phone.ts';

test('a clock that runs months ahead hides no critical change', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	await publisher.publish();
	await phone.sync(['en']);
	await readPhone(phone.open, 'en', undefined);
	const note = { slug: 'new-court-order', date: '2026-11-24', articles: [] };
	const change = { ...note, importance: 'major', notify: 'critical' } as const;
	await publisher.publish({ edition: { changes: [change] } });
	await phone.sync(['en']);

	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-06-01') });
	const { critical } = await readPhone(phone.open, 'en', undefined);
	vi.useRealTimers();
	expect(critical).toEqual(['new-court-order']);
});
