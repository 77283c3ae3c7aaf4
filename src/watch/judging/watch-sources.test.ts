import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { aRecordedHost, type RecordedAnswer } from '#tests/support/server/recorded-host.ts';
import { showTasks, type EditorTask } from '../../compiler/report/editor-tasks.ts';
import { agentOf } from '../ask/agent.ts';
import { PoliteClient } from '../ask/polite-client.ts';
import { close } from '../commands/close.ts';
import { StateFolder } from '../memory/state-folder.ts';
import { watchSources } from './watch-sources.ts';

const QUOTE = 'Officers need the paper of a judge';
const page = (words: string, headers: Record<string, string> = {}): RecordedAnswer => ({
	body: `<title>Rule</title><main><p>${words}</p><p>${'It is so on every day. '.repeat(60)}</p></main>`,
	headers: { 'content-type': 'text/html', ...headers }
});
const good = page(`${QUOTE}. It is the rule.`);

/** One source on one host, watched at hours of our choice. */
async function aWatch(first: RecordedAnswer = good) {
	const host = await aRecordedHost({ '/rule': first });
	const folder = aTemporaryFolder();
	const state = new StateFolder(folder);
	let at = Date.parse('2026-11-30T04:00:00Z');
	const source = {
		slug: 'rule',
		url: `${host.origin}/rule`,
		quotes: [{ fact: '1.02', words: QUOTE }]
	};
	const run = async (
		hoursLater = 24,
		{ sources = [source], only }: { sources?: (typeof source)[]; only?: Set<string> } = {}
	) => {
		at += hoursLater * 3_600_000;
		const agent = agentOf({ name: 'Test', address: 'https://guides.example/' });
		const client = new PoliteClient({ agent, pauseMs: 0, deadlineMs: 20_000, maxBytes: 200_000 });
		const ask = client.read.bind(client);
		return watchSources({ sources, state, ask, now: () => new Date(at), only });
	};
	const say = (answer: RecordedAnswer) => host.answers.set('/rule', answer);
	const open = () => state.tasks().filter(({ closed }) => closed === undefined);
	const closeAs = (by: string) => {
		const ids = open().map(({ id }) => id);
		const print = () => undefined;
		const io = { print, printError: print, now: () => new Date(at), key: print };
		close({ content: '/content', state: folder, ids, by, note: undefined }, io);
	};
	return { host, folder, source, state, run, say, open, closeAs };
}
const kindsOf = (tasks: readonly EditorTask[]) =>
	tasks.map(({ kind, severity }) => [kind, severity]);

test('finds nothing where the quote stands', async () => {
	const { run, open } = await aWatch();
	expect(await run()).toMatchObject({ read: 1, suspected: 0, opened: [] });
	expect(await run()).toMatchObject({ read: 1, suspected: 0, opened: [] });
	expect(open()).toEqual([]);
});

test('opens a task of high severity when a quote is gone, after a second reading', async () => {
	const { run, say, open } = await aWatch();
	await run();
	say(page('Officers need the paper of a supervisor. It is the rule.'));
	expect(await run()).toMatchObject({ suspected: 2, opened: [] });
	expect(await run(6)).toMatchObject({ suspected: 0 });
	expect(kindsOf(open())).toEqual([
		['quote-gone', 'high'],
		['text-changed', 'low']
	]);
	const [gone, changed] = open();
	expect(gone?.details.join('\n')).toMatch(/Fact 1\.02.*last seen on 2026-12-01.*supervisor/s);
	expect(changed?.details.join('\n')).toMatch(/\[-judge.*\{\+supervisor/s);
});

test('does not ask again before it is due, and sooner where something is suspected', async () => {
	const { run, say, host } = await aWatch();
	await run();
	expect(await run(2)).toMatchObject({ read: 0, notDue: 1 });
	say(page('Nothing of it.'));
	expect(await run(20)).toMatchObject({ read: 1 });
	expect(await run(1)).toMatchObject({ read: 0 });
	expect(await run(3)).toMatchObject({ read: 1 });
	expect(host.asked.filter(({ path }) => path === '/rule')).toHaveLength(3);
});

test('two readings within the hour are one', async () => {
	const { run, say, open } = await aWatch();
	await run();
	say(page('Nothing of it.'));
	const only = new Set(['rule']);
	await run(24, { only });
	await run(1, { only });
	expect(open()).toEqual([]);
	await run(2, { only });
	expect(open()).toHaveLength(2);
});

test('a text that is another one at each visit is no task, and the quote is still looked for', async () => {
	const { run, say, open } = await aWatch();
	await run();
	for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday']) {
		say(page(`${QUOTE}. Today is ${day}.`));
		await run();
	}
	expect(open()).toEqual([]);
});

test('closes a task when the quote is back, and opens no second one beside it', async () => {
	const { run, say, open, state, folder } = await aWatch();
	await run();
	say(page('Nothing of it.'));
	await run();
	await run();
	await run();
	expect(open()).toHaveLength(2);
	say(good);
	expect((await run()).closed.map(({ id }) => id)).toEqual([
		'rule.quote-gone',
		'rule.text-changed'
	]);
	expect(open()).toEqual([]);
	expect(state.tasks().map(({ closed }) => closed?.by)).toEqual(['watch', 'watch']);
	say(page('Nothing of it.'));
	await run();
	await run();
	expect(open()).toHaveLength(2);
	expect(readdirSync(join(folder, 'tasks'))).toHaveLength(2);
});

test('what an editor closed stays closed, until it is something else', async () => {
	const { run, say, open, closeAs } = await aWatch();
	await run();
	say(page(`${QUOTE}. It is the new rule.`));
	await run();
	await run();
	expect(kindsOf(open())).toEqual([['text-changed', 'low']]);
	closeAs('Ana');
	await run();
	await run();
	expect(open()).toEqual([]);
	say(page(`${QUOTE}. It is the newest rule.`));
	await run();
	await run();
	// compared with what the editor had looked at
	expect(open()[0]?.details).toEqual(['- [-new-]', '+ {+newest+}']);
});

test('a quote that an editor knows to be gone is not reported again', async () => {
	const { run, say, open, closeAs } = await aWatch();
	await run();
	say(page('Nothing of it.'));
	await run();
	await run();
	closeAs('Ana');
	await run();
	await run();
	expect(open()).toEqual([]);
});

test('"not modified" counts as a second reading', async () => {
	const { run, say, open } = await aWatch();
	await run();
	say(page('Nothing of it.', { etag: '"2"' }));
	await run();
	await run();
	expect(kindsOf(open())[0]).toEqual(['quote-gone', 'high']);
});

test('a page that is gone, that moved, or that cannot be read is a task of its own', async () => {
	const { run, say, open, host } = await aWatch();
	await run();
	say({ status: 404 });
	await run();
	await run();
	expect(kindsOf(open())).toEqual([['page-gone', 'high']]);
	host.answers.set('/new', good);
	say({ status: 301, headers: { location: '/new' } });
	await run();
	await run();
	expect(kindsOf(open())).toEqual([['page-moved', 'low']]);
	say({ body: '<title>Just a moment...</title>' });
	await run();
	await run();
	expect(kindsOf(open())).toEqual([['unreadable', 'look']]);
	expect(showTasks(open())).toContain('A captcha stands before the page.');
});

test('does not take a quote for back because the page cannot be read', async () => {
	const { run, say, open } = await aWatch();
	await run();
	say(page('Nothing of it.'));
	await run();
	await run();
	say({ status: 503, body: 'down' });
	await run();
	await run();
	expect(open().map(({ kind }) => kind)).toContain('quote-gone');
});

test('knows a file without words by its bytes', async () => {
	const scan = (bytes: string) => ({ body: bytes, headers: { 'content-type': 'image/tiff' } });
	const { run, say, open } = await aWatch(scan('one'));
	await run();
	await run();
	expect(kindsOf(open())).toEqual([['unreadable', 'look']]);
	say(scan('two'));
	await run();
	await run();
	expect(kindsOf(open())).toEqual([
		['text-changed', 'low'],
		['unreadable', 'look']
	]);
});

test('closes the tasks of a source that left the content', async () => {
	const { run, say, open } = await aWatch();
	await run();
	say({ status: 410 });
	await run();
	await run();
	expect(open()).toHaveLength(1);
	await run(24, { sources: [] });
	expect(open()).toEqual([]);
});

test('a damaged memory costs one reading, not the run', async () => {
	const { run, folder } = await aWatch();
	await run();
	writeFileSync(join(folder, 'sources/rule.json'), '{"slug":');
	expect(await run(1)).toMatchObject({ read: 1 });
	expect(readFileSync(join(folder, 'sources/rule.json'), 'utf8')).toContain(QUOTE);
});
