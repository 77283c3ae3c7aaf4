import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { aBackendOver, aSubscriptionRequest } from '#tests/support/push/api-backend.ts';
import { copyGoodContent } from '#tests/support/publisher/content-fixture.ts';
import { standStill } from '#tests/support/phone/stand-still.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { Anchor } from '../keys/anchor-file.ts';
import type { Io } from '../base/io.ts';
import { announce } from './announce.ts';
import { build } from './build.ts';
import { keys } from './keys.ts';
import { renew } from './renew.ts';

const TOKEN = 'an-operator-token-of-24-or-more';
type Notify = 'none' | 'routine' | 'critical';

/** A publisher with an edition that has something to tell, and the server that it is told to. */
async function aPublisher({ notify = 'routine' }: { notify?: Notify } = {}) {
	const folder = aTemporaryFolder();
	const content = join(folder, 'content');
	const [out, keyFolder] = [join(folder, 'published'), join(folder, 'keys')];
	copyGoodContent(content);
	const note = join(content, 'changes/2026-11-24-first-edition/en.yaml');
	const tell = (how: Notify): void => {
		const text = readFileSync(note, 'utf8');
		writeFileSync(note, text.replace(/notify: \w+/, `notify: ${how}`));
	};
	tell(notify);

	const printed: string[] = [];
	const sent: string[] = [];
	const state = { now: new Date('2026-11-24T12:00:00Z'), says: true, questions: 0 };
	const anchorModule = join(folder, 'anchor.ts');
	const io: Io = {
		print: (line) => printed.push(line),
		printError: (line) => printed.push(line),
		now: () => state.now,
		passphrase: () => Promise.resolve('correct horse battery'),
		newPassphrase: () => Promise.resolve('correct horse battery'),
		confirm: () => {
			state.questions += 1;
			return Promise.resolve(state.says);
		},
		fetch: (address, init) => serve(new URL(address), init),
		operatorToken: () => undefined
	};
	const keyOptions = {
		...{ folder: keyFolder, content, anchorModule, role: undefined, replace: undefined }
	};
	await keys({ ...keyOptions, action: 'demo' }, io);
	const buildOptions = { content, out, keys: keyFolder, isUnchecked: false, compress: false };
	const buildNow = (): Promise<number> => build({ ...buildOptions, anchorModule }, io);
	expect(await buildNow()).toBe(0);

	const [, anchorText = ''] = /= (\{.*\});/.exec(readFileSync(anchorModule, 'utf8')) ?? [];
	const anchor = v.parse(Anchor, JSON.parse(anchorText));
	const server = await aBackendOver(
		{ publishedDir: out, anchor, now: () => state.now },
		{ OPERATOR_TOKEN: TOKEN }
	);
	async function serve(address: URL, init: RequestInit): Promise<Response> {
		if (address.origin !== 'http://localhost:4173') throw new TypeError('fetch failed');
		if (address.pathname === '/published/head.json') {
			return new Response(readFileSync(join(out, 'head.json')));
		}
		const { method = 'GET', headers = {}, body } = init;
		if (method === 'POST') sent.push(address.pathname);
		const path = `${method} ${address.pathname}` as 'GET /api/announcements';
		return server.ask(path, { headers, ...(body !== undefined && { body }) });
	}

	const options = {
		...{ action: undefined, file: undefined, edition: 1, severity: 'routine' },
		...{ isCancelled: false, to: undefined, keys: keyFolder, out, content, isConfirmed: false }
	};
	const run = (overrides: Partial<Parameters<typeof announce>[0]> = {}, as = io) =>
		announce({ ...options, ...overrides }, as);
	const find = (edition = 1) => server.backend.store.announcements.find(edition);
	return {
		...{ folder, content, out, keyFolder, printed, sent, state, io, server },
		...{ run, find, tell, buildNow, buildOptions }
	};
}

/** The approvers' keys, moved away: as they should be. */
function takeApprovers({ folder, keyFolder }: { folder: string; keyFolder: string }): string[] {
	const names = readdirSync(keyFolder).filter((name) => name.startsWith('approver-'));
	return names.map((name, n) => {
		const place = join(folder, `approver-${n}`);
		mkdirSync(place);
		cpSync(join(keyFolder, 'trust'), join(place, 'trust'), { recursive: true });
		cpSync(join(keyFolder, 'demo.json'), join(place, 'demo.json'));
		renameSync(join(keyFolder, name), join(place, name));
		return place;
	});
}

describe('announce', () => {
	test('shows the very message, asks, sends, and says when it goes out', async () => {
		standStill();
		const { run, printed, state, find, sent } = await aPublisher();
		expect(await run()).toBe(0);
		expect(state.questions).toBe(1);
		expect(sent).toEqual(['/api/announcements']);
		expect(await find()).toMatchObject({ state: 'held', severity: 'routine', approvals: [] });
		const text = printed.join('\n');
		expect(text).toContain('Handrail: There is something new to read.');
		expect(text).toContain('"web_push":8030');
		expect(text).toContain('Because of: 2026-11-24-first-edition');
		expect(text).toContain('For: unknown');
		expect(text).toContain('held until 2026-11-24T12:10:00.000Z, for 0 phones.');
	});

	test('says how many phones there are to whoever has the operator token', async () => {
		const { run, printed, io, server } = await aPublisher();
		await server.backend.store.subscriptions.save(aSubscriptionRequest(server.backend));
		await run({}, { ...io, operatorToken: () => TOKEN });
		expect(printed).toContain('For: 1 phone');
	});

	test('sends nothing when the answer is no', async () => {
		const { run, state, find, sent } = await aPublisher();
		state.says = false;
		expect(await run()).toBe(1);
		expect(sent).toEqual([]);
		expect(await find()).toBeUndefined();
	});

	test('asks nobody with --yes', async () => {
		const { run, state } = await aPublisher();
		expect(await run({ isConfirmed: true })).toBe(0);
		expect(state.questions).toBe(0);
	});

	test('twice is one announcement', async () => {
		const { run, server } = await aPublisher();
		await run();
		await run();
		expect(await server.backend.store.announcements.list(10)).toHaveLength(1);
	});

	test('is the only thing that sends: building, renewing and saving do not', async () => {
		const { sent, buildNow, out, content, keyFolder, io, tell } = await aPublisher();
		tell('critical');
		await buildNow();
		await renew({ out, content, keys: keyFolder }, io);
		expect(sent).toEqual([]);
	});
});

describe('announce refuses', () => {
	test('an edition with nothing to tell, or nothing so important', async () => {
		const { run, tell, buildNow } = await aPublisher({ notify: 'none' });
		await expect(run()).rejects.toThrow('no new major change with "notify: routine"');
		tell('routine');
		await buildNow();
		await expect(run({ edition: 2, severity: 'critical' })).rejects.toThrow('"notify: critical"');
	});

	test('news of more than a week ago', async () => {
		const { run, content, buildNow, state } = await aPublisher();
		state.now = new Date('2026-12-01T12:00:01Z');
		const guide = join(content, 'guides/bus-stop/en.md');
		writeFileSync(guide, readFileSync(guide, 'utf8').replace('Get on.', 'Get off.'));
		await buildNow();
		await expect(run({ edition: 2 })).rejects.toThrow('nothing to tell');
	});

	test('but not what was corrected before it was announced', async () => {
		const { run, content, buildNow, state, find } = await aPublisher();
		state.now = new Date('2026-11-25T12:00:00Z');
		const guide = join(content, 'guides/bus-stop/en.md');
		writeFileSync(guide, readFileSync(guide, 'utf8').replace('Get on.', 'Get off.'));
		await buildNow();
		expect(await run({ edition: 2 })).toBe(0);
		expect((await find(2))?.state).toBe('held');
	});

	test('another edition than the one that was built', async () => {
		const { run } = await aPublisher();
		await expect(run({ edition: 7 })).rejects.toThrow('holds edition 1, not 7');
	});

	test('a server that has another edition, is another’s, or is not there', async () => {
		const { run, io, out, buildNow, tell } = await aPublisher();
		const old = new Response(readFileSync(join(out, 'head.json')));
		tell('critical');
		await buildNow();
		const behind = { ...io, fetch: () => Promise.resolve(old) };
		await expect(run({ edition: 2 }, behind)).rejects.toThrow('names edition 1, not this one');
		const other = await aPublisher();
		const foreign = new Response(readFileSync(join(other.out, 'head.json')));
		const elsewhere = { ...io, fetch: () => Promise.resolve(foreign) };
		await expect(run({ edition: 2 }, elsewhere)).rejects.toThrow('it is another server');
		const away = run({ edition: 2, to: 'http://localhost:4174' });
		await expect(away).rejects.toThrow('http://localhost:4174 cannot be reached');
		await expect(run({ edition: 2, to: 'localhost/app' })).rejects.toThrow('is not an address');
	});

	test('an expired head', async () => {
		const { run, state } = await aPublisher();
		state.now = new Date('2026-12-02T12:00:00Z');
		await expect(run()).rejects.toThrow('has expired');
	});

	test('what it does not understand', async () => {
		const { run } = await aPublisher();
		await expect(run({ severity: 'urgent' })).rejects.toThrow('--severity must be');
		await expect(run({ edition: undefined })).rejects.toThrow('--edition is missing');
		await expect(run({ action: 'sned' })).rejects.toThrow('Did you mean "send"');
	});

	test('and passes on why the server refused', async () => {
		const { run, io } = await aPublisher();
		const earlier = { ...io, now: () => new Date('2026-11-24T14:00:00Z') };
		await expect(run({}, earlier)).rejects.toThrow(/announcement-early.*clock/s);
	});
});

describe('a critical announcement', () => {
	test('goes out at once where both approvers’ keys are', async () => {
		const { run, find } = await aPublisher({ notify: 'critical' });
		expect(await run({ severity: 'critical' })).toBe(0);
		expect((await find())?.approvals).toHaveLength(2);
	});

	test('goes as a file from approver to approver, and only then to the server', async () => {
		const publisher = await aPublisher({ notify: 'critical' });
		const { run, find, sent, folder } = publisher;
		const [one = '', two = ''] = takeApprovers(publisher);
		const file = join(folder, 'announcement');
		expect(await run({ severity: 'critical', file })).toBe(0);
		expect(existsSync(file)).toBe(true);
		expect(sent).toEqual([]);
		await expect(run({ action: 'send', file })).rejects.toThrow('too-few-approvers');

		expect(await run({ action: 'approve', file, keys: one })).toBe(0);
		await expect(run({ action: 'approve', file, keys: one })).rejects.toThrow('no approver key');
		await expect(run({ action: 'send', file })).rejects.toThrow('too-few-approvers');
		expect(await run({ action: 'approve', file, keys: two })).toBe(0);
		expect(await run({ action: 'send', file })).toBe(0);
		expect(await find()).toMatchObject({ severity: 'critical', state: 'held' });
	});

	test('is shown to an approver, who may say no', async () => {
		const publisher = await aPublisher({ notify: 'critical' });
		const { run, printed, state, folder } = publisher;
		const [one = ''] = takeApprovers(publisher);
		const file = join(folder, 'announcement');
		await run({ severity: 'critical', file });
		const before = readFileSync(file);
		state.says = false;
		printed.length = 0;
		expect(await run({ action: 'approve', file, keys: one })).toBe(1);
		expect(printed.join('\n')).toContain('Something important has changed.');
		expect(readFileSync(file)).toEqual(before);
	});

	test('that the publisher did not sign is not approved', async () => {
		const publisher = await aPublisher({ notify: 'critical' });
		const { run, folder } = publisher;
		const [one = ''] = takeApprovers(publisher);
		const file = join(folder, 'announcement');
		await run({ severity: 'critical', file });
		writeFileSync(file, readFileSync(file, 'utf8').replace('"edition":1', '"edition":2'));
		await expect(run({ action: 'approve', file, keys: one })).rejects.toThrow('Do not approve it');
		writeFileSync(file, 'no announcement');
		await expect(run({ action: 'approve', file, keys: one })).rejects.toThrow('is not a signed');
	});
});

describe('announce --cancel', () => {
	test('takes back what is held', async () => {
		const { run, find, printed } = await aPublisher();
		await run();
		expect(await run({ isCancelled: true, edition: undefined })).toBe(0);
		expect((await find())?.state).toBe('cancelled');
		expect(printed.at(-1)).toContain('cancelled. Nothing more is sent.');
	});

	test('takes back an edition when a newer one is out', async () => {
		const { run, find, tell, buildNow } = await aPublisher();
		await run();
		tell('critical');
		await buildNow();
		expect(await run({ isCancelled: true, edition: 1 })).toBe(0);
		expect((await find(1))?.state).toBe('cancelled');
		await expect(run({ isCancelled: true, edition: 9 })).rejects.toThrow('holds no edition 9');
	});

	test('says so where nothing was announced', async () => {
		const { run } = await aPublisher();
		await expect(run({ isCancelled: true })).rejects.toThrow('no-announcement');
	});
});
