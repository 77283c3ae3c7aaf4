import { spawnSync } from 'node:child_process';
import { BrowserPhone, titled } from '#tests/support/phone/browser-phone.ts';
import { aFutureEdition } from '#tests/support/publisher/future-edition.ts';
import { keys } from '#tests/support/publisher/publisher-keys.ts';
import { expect, test } from './watched-test.ts';

/*
 * What today's app says about content that only a newer app can read, about a head that it refused, and
 * about the keys that it follows. Editions are signed with this clone's demo keys, which the build trusts.
 */
let phone: BrowserPhone;
test.beforeEach(async ({ browser, pageErrors }) => {
	// the host withholds or breaks files of the edition, as each test wants
	pageErrors.fileIsGone(/\/published\//);
	phone = await BrowserPhone.open(browser);
});
test.afterEach(async () => {
	await phone.close();
});

test('an edition from the future is readable, except for what only a newer app understands', async () => {
	const { page, site } = phone;
	const numbers = { head: { version: 2 }, edition: { version: 2 } };
	await phone.takes({ title: 'Now', head: { version: 1 }, edition: { version: 1 } });
	const { edition, ...future } = aFutureEdition('Later');
	const both = { ...edition, ...numbers.edition };
	await phone.takes({ title: 'Later', ...future, head: numbers.head, edition: both });
	await phone.visit();
	await phone.stillReads();

	await page.goto(`${site.origin}/en/about/`);
	const main = page.locator('main');
	await expect(main).toContainText('15 texts need a newer version of Handrail');
	await expect(main).toContainText('2 of 2');
	await expect(main).toContainText('Up to date');
	await expect(phone.line).not.toContainText('failed our checks');

	await page.goto(`${site.origin}/en/guides/of-a-level/`);
	await expect(main).toContainText('needs a newer Handrail');
	await page.goto(`${site.origin}/en/changes/`);
	await expect(main).toContainText('A change.');
	await expect(main).not.toContainText('needs a newer');
});

test('after a refused head nothing is called up to date, online or offline', async () => {
	const { page, site, publisher } = phone;
	await phone.takes({ title: 'Good', head: { version: 1 }, edition: { version: 1 } });
	const later = { head: { version: 2 }, edition: { version: 2 } };
	await publisher.publish({ ...titled('Bad'), ...later, signers: { head: await keys(1) } });
	await phone.refuses(/failed our checks.*below-threshold/);

	const main = page.locator('main');
	const open = async (): Promise<void> => {
		await page.goto(`${site.origin}/en/about/`);
		await expect(main).toContainText('so it is not used. Last confirmed on');
		await expect(main).not.toContainText('Up to date');
		await expect(phone.line).toContainText('failed our checks');
	};
	await open();
	site.host.answers(() => new Response('', { status: 503 }));
	await open();
	site.host.recover();
	await phone.takes({ title: 'Good again', head: { version: 3 }, edition: { version: 3 } });
	await page.goto(`${site.origin}/en/about/`);
	await expect(main).toContainText('Up to date');
});

test('About shows the digits that the publisher reads from the keys', async () => {
	const { page, site } = phone;
	const command = ['run', '--silent', 'keys', '--', 'list'];
	const { stdout } = spawnSync('npm', command, { encoding: 'utf8' });
	const digits = /Fingerprint of root 1: ((?:\d{5} ?){8})/.exec(stdout)?.[1]?.trim().split(' ');
	await page.goto(`${site.origin}/en/about/`);
	await expect(page.locator('#keys li')).toHaveText(digits ?? []);
	expect(digits).toHaveLength(8);
});
