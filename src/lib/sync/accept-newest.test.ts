import { describe, expect, test } from 'vitest';
import { freshness } from '#lib/trust/freshness.ts';
import { captivePortal, offline } from '#tests/support/server/edition-host.ts';
import { keys } from '#tests/support/publisher/publisher-keys.ts';
import { aPublisher, today } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone } from '#tests/support/phone/syncing-phone.ts';

/** A phone that has an edition, and what it says of it. */
async function aReadingPhone() {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	const { head } = await publisher.publish();
	await phone.sync();
	const label = async () => freshness(await phone.trust(), today());
	const stranger = await keys(1);
	return {
		...{ publisher, phone, label },
		/** The host names the same edition, in a head that nobody here trusts. */
		refuse: () => publisher.publishHead({ edition: head.edition }, stranger),
		renew: () => publisher.publishHead({ edition: head.edition })
	};
}

describe('after a head was refused', () => {
	test('nothing is called current, online and offline, until one is accepted again', async () => {
		const { phone, label, refuse, renew } = await aReadingPhone();
		const before = await label();
		expect(before).toMatchObject({ state: 'current' });
		await refuse();
		expect(await phone.sync()).toEqual({ status: 'rejected', code: 'below-threshold' });
		const since = { state: 'unconfirmed', refused: 'below-threshold', since: before.since };
		expect(await label()).toMatchObject(since);

		for (const silence of [offline, captivePortal]) {
			phone.host.answers(silence);
			expect((await phone.sync()).status).toBe('offline');
			expect(await label()).toMatchObject(since);
		}
		phone.host.recover();
		await renew();
		expect(await phone.sync()).toEqual({ status: 'already-current' });
		const after = await label();
		expect(after.state).toBe('current');
		expect(after).not.toHaveProperty('refused');
	});

	test('a root that was refused is remembered, too', async () => {
		const { publisher, phone, label } = await aReadingPhone();
		const stranger = await keys(3);
		await publisher.rotate({ root: stranger }, { signers: stranger });
		// roots are asked for once a day
		const now = () => new Date(today().getTime() + 25 * 3_600_000);
		expect((await phone.sync(['en'], { now })).status).toBe('rejected');
		expect(await label()).toMatchObject({ state: 'unconfirmed', refused: 'below-threshold' });
	});

	test('a file that was passed on neither causes that nor ends it', async () => {
		const { phone, label, publisher, refuse } = await aReadingPhone();
		const good = publisher.files.get('head.json');
		await refuse();
		await phone.sync(['en'], { isComplete: false });
		expect((await label()).state).toBe('current');

		await phone.sync();
		expect(await label()).toMatchObject({ refused: 'below-threshold' });
		if (good) publisher.files.set('head.json', good);
		await phone.sync(['en'], { isComplete: false });
		expect(await label()).toMatchObject({ refused: 'below-threshold' });
	});
});

test('silence, and a language that the publisher does not have, are no refusal', async () => {
	const { phone, label } = await aReadingPhone();
	phone.host.answers(captivePortal);
	await phone.sync();
	phone.host.recover();
	expect(await phone.sync(['es'])).toEqual({ status: 'rejected', code: 'no-such-language' });
	expect((await label()).state).toBe('current');
});
