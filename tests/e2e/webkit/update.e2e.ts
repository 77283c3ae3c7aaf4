import { localDay } from '#lib/reader/text/format-date.ts';
import { aBusDoorsEdition, NEW_STEP, STEP } from '#tests/support/publisher/bus-doors-edition.ts';
import { spoilEdition } from '#tests/support/server/spoil-edition.ts';
import { expect, expectWords, readyFor, test, wordsOf } from './webkit-test.ts';

test('an altered edition is refused; the whole one comes, and is there after a restart', async ({
	phone,
	site
}) => {
	const { origin, publishedDir } = site;
	const guide = `${origin}/en/guides/school-bus/`;
	await readyFor(phone, guide);
	site.publish(...aBusDoorsEdition(localDay(new Date()), 'none'));
	const undo = spoilEdition(publishedDir, '{blob,pack,update}/*', (text) =>
		text.replaceAll('every', 'never')
	);
	await phone.browser.goto(guide);
	await expectWords(phone, '#status-line', /failed our checks|Newer guidance/);
	await expectWords(phone, 'article', STEP);

	undo();
	// a page in use keeps the words that it shows, so it is opened until it shows the next ones
	await expect(async () => {
		await phone.browser.goto(guide);
		expect(await wordsOf(phone, 'article')).toContain(NEW_STEP);
	}).toPass();

	await site.kill();
	await phone.restart();
	await phone.browser.goto(guide);
	await expectWords(phone, 'article', NEW_STEP);
	await phone.browser.goto(`${origin}/en/changes/`);
	await expectWords(phone, 'main', 'The first step names every door.');
});
