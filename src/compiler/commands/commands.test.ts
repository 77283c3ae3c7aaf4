import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { aBuiltClone, aClone, keyOptions } from '#tests/support/publisher/compiler-clone.ts';
import { readOwnAnchor, type Anchor } from '../keys/anchor-file.ts';
import { readPublished } from '../publish/read-published.ts';
import { verifyPublished } from '../verify/verify-published.ts';
import { build, type BuildOptions } from './build.ts';
import { check } from './check.ts';
import { keys } from './keys.ts';
import { publish, type PublishOptions } from './publish.ts';
import { renew } from './renew.ts';
import { report } from './report.ts';

/** Looks at a folder as the publisher of this clone. */
const verified = (folder: string, { content, anchorModule }: BuildOptions, now: Date) =>
	verifyPublished(folder, { anchor: readOwnAnchor(content, anchorModule), now });

const placesOf = ({ content, out, anchorModule }: BuildOptions) => ({ content, out, anchorModule });

const versions = (out: string) => {
	const published = readPublished(out);
	return [published?.edition.content.version, published?.head.content.version];
};

describe('report', () => {
	test('prints a table and the hardest sentences of each language, and finds no fault', async () => {
		const { content, io, printed, edit } = aClone();
		edit('guides/bus-stop/en.md', 'Wait at the stop.', 'Investigate transportation availability.');
		expect(await report({ content, json: false }, io)).toBe(0);
		const [english = '', spanish = ''] = printed;
		expect(english).toContain('en: 7 texts, the hardest first (grade: steps at most 6, background');
		expect(english).toMatch(/^ +\d+\.\d +-?\d+\.\d +\d+ +\d+ {2}\S*guides\/bus-stop\/en\.md:\d+$/m);
		expect(english).toContain('hardest sentences\n');
		expect(spanish).toContain('(Szigriszt: steps at least 65)');
	});

	test('prints the same for machines', async () => {
		const { content, io, printed } = aClone();
		expect(await report({ content, json: true }, io)).toBe(0);
		const { languages } = JSON.parse(printed.join('')) as { languages: { lang: string }[] };
		expect(languages.map(({ lang }) => lang)).toEqual(['en', 'es']);
	});

	test('says what no text uses, what is weak, how old the evidence is, and what is a copy', async () => {
		const { content, io, printed, edit } = aClone();
		edit('sources/city-law.yaml', 'docDate: 2026-10-01', 'docDate: "2026-10"');
		expect(await report({ content, json: false }, io)).toBe(0);
		const evidence = printed.at(-2) ?? '';
		expect(evidence).toContain('0 facts that no text uses\n');
		expect(evidence).toMatch(
			/ {2}1\.04 \(low\): \S*door-story\/en\.md:29, \S*front-door\/en\.md:45\n/
		);
		expect(evidence).toMatch(/ {2}2026-10 +at most 54 days {2}\S*guides\/bus-stop\/en\.md\n/);
		expect(evidence).toMatch(/5 lines with \{practice\}\n {2}\S*bus-stop\/en\.md:24: Get on\.\n/);
		expect(evidence).toContain('1 source read in a third-party copy');
		expect(evidence).toContain('  city-law: https://example.org/law.pdf (directive/court-case, ');
	});

	test('names each line that a translation is older than', async () => {
		const { content, io, printed, edit } = aClone();
		edit('guides/front-door/en.md', 'Keep the door closed.', 'Keep the door shut.');
		await report({ content, json: false }, io);
		expect(printed.at(-1)).toMatch(/^1 line of the English .*\n {2}guide\/front-door#do\.1: es\n/);
		printed.length = 0;
		await report({ content, json: true }, io);
		const { behind } = JSON.parse(printed.join('')) as { behind: unknown };
		expect(behind).toEqual([{ line: 'guide/front-door#do.1', languages: ['es'] }]);
	});

	test('tells machines the age of the evidence, too', async () => {
		const { content, io, printed } = aClone();
		await report({ content, json: true }, io);
		const { evidence } = JSON.parse(printed.join('')) as { evidence: { articles: unknown[] } };
		expect(evidence.articles).toContainEqual(
			expect.objectContaining({ id: 'guide/bus-stop', newest: '2026-10-01', ageDays: 54 })
		);
	});
});

describe('check', () => {
	test('counts what waits for approval, and ends with 0 on good content', async () => {
		const { content, io, printed } = aClone();
		expect(await check({ content }, io)).toBe(0);
		expect(printed).toEqual([
			'0 problems and 0 notices in 10 texts of 7 articles. Waiting for two approvals: 6 of 7 articles, 2 of 2 change notes.',
			'Author not known to Git: 1 of the approved texts.',
			'1 of 1 claims covered, in en and es.',
			'Nothing was compared with a published edition: name a published folder with --against.'
		]);
	});

	test('says how many claims are covered in both languages', async () => {
		const { content, io, printed, edit } = aClone();
		edit('evidence/claims.json', '"1.01"', '"1.02"');
		expect(await check({ content }, io)).toBe(1);
		expect(printed.at(-2)).toBe('0 of 1 claims covered, in en and es.');
	});

	test('prints each problem with its place and remedy, and ends with 1', async () => {
		const { content, io, printed, edit } = aClone();
		edit('terms/gate/en.yaml', 'lang: en', 'lang: fr');
		expect(await check({ content }, io)).toBe(1);
		const place = `${content}/terms/gate/en.yaml:3`;
		expect(printed[0]).toBe(
			`${place}: lang is "fr", but the file is for "en"\n    Make them the same.`
		);
	});

	test('prints what the build would say of the icon, with its remedy', async () => {
		const { content, io, printed } = aClone();
		const icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path></svg>';
		writeFileSync(join(content, 'icon.svg'), icon);
		expect(await check({ content }, io)).toBe(1);
		expect(printed[0]).toMatch(
			/^\S*\/icon\.svg:1: is not XML \(.*\)\n {4}Save it from the drawing program again\.$/
		);
	});

	test('reads evidence from another folder if told so', async () => {
		const { folder, content, io } = aClone();
		const evidence = join(folder, 'evidence');
		cpSync(join(content, 'evidence'), evidence, { recursive: true });
		rmSync(join(content, 'evidence'), { recursive: true });
		expect(() => check({ content }, io)).toThrow(/There is no folder .*content\/evidence/);
		expect(await check({ content, evidence }, io)).toBe(0);
	});
});

describe('build', () => {
	test('writes an edition that phones accept, and the anchor of the app', async () => {
		const { out, options, io } = await aBuiltClone();
		await expect(verified(out, options, io.now())).resolves.toBeDefined();
		expect(versions(out)).toEqual([1, 1]);
		expect(readFileSync(options.anchorModule, 'utf8')).toContain('"isDemo":true');
	});

	test('leaves every byte alone if nothing changed', async () => {
		const { out, options, io, waitUntil } = await aBuiltClone();
		const before = readFileSync(join(out, 'head.json'));
		waitUntil('2026-11-26T12:00:00Z');
		await build(options, io);
		expect(readFileSync(join(out, 'head.json'))).toEqual(before);
		expect(readdirSync(join(out, 'edition'))).toHaveLength(1);
	});

	test('gives changed content the next number, and keeps what the old head leads to', async () => {
		const { out, options, io, edit } = await aBuiltClone();
		edit('guides/bus-stop/en.md', 'Get on.', 'Get off.');
		await build(options, io);
		expect(versions(out)).toEqual([2, 2]);
		expect(readdirSync(join(out, 'edition'))).toHaveLength(2);
	});

	test('signs a head anew that is about to end', async () => {
		const { out, options, io, waitUntil } = await aBuiltClone();
		waitUntil('2026-11-29T12:00:00Z');
		await build(options, io);
		expect(versions(out)).toEqual([1, 2]);
	});

	test('stops at a problem and writes nothing, unless it is a preview', async () => {
		const clone = aClone();
		await clone.demoKeys();
		clone.edit('terms/gate/en.yaml', 'lang: en', 'lang: fr');
		expect(await build(clone.options, clone.io)).toBe(1);
		expect(existsSync(clone.out)).toBe(false);
		expect(await build({ ...clone.options, isUnchecked: true }, clone.io)).toBe(0);
	});

	test('compresses what it writes', async () => {
		const clone = aClone();
		await clone.demoKeys();
		await build({ ...clone.options, compress: true }, clone.io);
		const packs = join(clone.out, 'pack');
		const [pack = ''] = readdirSync(packs).filter((name) => name.endsWith('.txt'));
		const text = readFileSync(join(packs, pack));
		expect(brotliDecompressSync(readFileSync(join(packs, `${pack}.br`)))).toEqual(text);
		expect(gunzipSync(readFileSync(join(packs, `${pack}.gz`)))).toEqual(text);
		// what changes under its name is not: an old copy beside it would be served
		expect(existsSync(join(clone.out, 'head.json.br'))).toBe(false);
	});

	test('names a withdrawn article from then on', async () => {
		const { out, content, options, io } = await aBuiltClone();
		rmSync(join(content, 'directives/half-stopped'), { recursive: true });
		await build(options, io);
		expect(readPublished(out)?.edition.content.withdrawn).toEqual([
			{ id: 'directive/half-stopped', on: '2026-11-24' }
		]);
	});

	test('goes on under a rotated edition key', async () => {
		const { out, options, io } = await aBuiltClone();
		await keys({ ...keyOptions(options), action: 'rotate', role: 'edition' }, io);
		await build(options, io);
		expect(versions(out)).toEqual([2, 2]);
		expect(readdirSync(join(out, 'trust'))).toEqual(['1.root.json', '2.root.json']);
		await expect(verified(out, options, io.now())).resolves.toBeDefined();
	});

	test('refuses a published folder that is half', async () => {
		const { out, options, io } = await aBuiltClone();
		rmSync(join(out, 'edition'), { recursive: true });
		await expect(build(options, io)).rejects.toThrow(/not a whole edition/);
	});

	test('a cut leaves the release before it whole', async () => {
		const { out, options, io, edit } = await aBuiltClone();
		edit('guides/bus-stop/en.md', 'Get on.', 'Get off.');
		// the edition cannot be written: blobs and listings are there by then
		rmSync(join(out, 'trust'), { recursive: true });
		writeFileSync(join(out, 'trust'), 'a file where a folder must be');
		await expect(build(options, io)).rejects.toThrow();
		expect(versions(out)).toEqual([1, 1]);
	});
});

describe('with a publisher’s own keys', () => {
	async function aPublisher() {
		const clone = aClone();
		const created = { ...keyOptions(clone.options), action: 'create' };
		expect(await keys(created, clone.io)).toBe(0);
		cpSync(join(clone.folder, 'keys/anchor.json'), join(clone.content, 'anchor.json'));
		return clone;
	}

	test('no article goes out that two people have not approved', async () => {
		const { options, io, out, approveAll } = await aPublisher();
		await expect(build(options, io)).rejects.toThrow(/Two people must approve/);
		expect(existsSync(out)).toBe(false);
		await approveAll();
		expect(await build({ ...options, version: 1 }, io)).toBe(0);
		expect(readPublished(out)?.edition.content.publisher.isDemo).toBe(false);
	});

	test('numbers do not begin anew by mistake', async () => {
		const { options, io, approveAll } = await aPublisher();
		await approveAll();
		await expect(build(options, io)).rejects.toThrow(/pass --version 1/);
	});

	test('unfinished content cannot be signed', async () => {
		const { options, io, approveAll } = await aPublisher();
		await approveAll();
		const preview = build({ ...options, isUnchecked: true }, io);
		await expect(preview).rejects.toThrow(/demo keys only/);
	});

	test('no secret is ever printed', async () => {
		const { options, io, printed } = await aPublisher();
		await keys({ ...keyOptions(options), action: 'list' }, io);
		await keys({ ...keyOptions(options), action: 'rotate', role: 'head' }, io);
		expect(printed.join('\n')).not.toMatch(/correct horse|PRIVATE/);
		expect(printed.join('\n')).toMatch(/approver/);
	});

	test('a short passphrase is refused', async () => {
		const { options, io, folder } = aClone();
		const short = { ...io, newPassphrase: () => Promise.resolve('short') };
		const created = keys({ ...keyOptions(options), action: 'create' }, short);
		await expect(created).rejects.toThrow(/12 characters/);
		expect(existsSync(join(folder, 'keys'))).toBe(false);
	});
});

describe('renew', () => {
	const renewal = ({ content, out, keys: folder }: BuildOptions) => ({
		content,
		out,
		keys: folder
	});

	test('signs the head again, and nothing else', async () => {
		const { out, options, io, waitUntil } = await aBuiltClone();
		waitUntil('2026-11-30T12:00:00Z');
		expect(await renew(renewal(options), io)).toBe(0);
		expect(versions(out)).toEqual([1, 2]);
		expect(readPublished(out)?.head.content.expires).toBe('2026-12-07T12:00:00.000Z');
		await expect(verified(out, options, io.now())).resolves.toBeDefined();
	});

	test('says when the edition itself ends', async () => {
		const { options, io, printed, waitUntil } = await aBuiltClone();
		waitUntil('2027-02-20T12:00:00Z');
		await renew(renewal(options), io);
		expect(printed.at(-1)).toMatch(/The edition itself ends on 2027-02-22/);
	});

	test('asks for a build first where there is none', async () => {
		const clone = aClone();
		await clone.demoKeys();
		await expect(renew(renewal(clone.options), clone.io)).rejects.toThrow(/Nothing was published/);
		expect(await renew({ ...renewal(clone.options), ifBuilt: clone.folder }, clone.io)).toBe(1);
	});

	test('goes on at start where everything is built', async () => {
		const { options, io, folder } = await aBuiltClone();
		expect(await renew({ ...renewal(options), ifBuilt: folder }, io)).toBe(1);
		writeFileSync(join(folder, 'handler.js'), '');
		expect(await renew({ ...renewal(options), ifBuilt: folder }, io)).toBe(0);
	});
});

describe('publish', () => {
	async function aBuiltApp() {
		const clone = await aBuiltClone();
		const app = join(clone.folder, 'build');
		const make = (path: string, text: string) => {
			mkdirSync(join(app, path, '..'), { recursive: true });
			writeFileSync(join(app, path), text);
		};
		/** As the build lays it out: below the base path, in each of its two folders. */
		const buildFor = (basePath: string) => {
			make(`client${basePath}/_app/immutable/a.js`, 'code');
			make(`client${basePath}/service-worker.js`, 'code');
			make(`prerendered${basePath}/en/index.html`, 'page');
			make('built-for.json', JSON.stringify({ basePath }));
		};
		buildFor('');
		const { content, anchorModule } = clone.options;
		const stamp = (changed: Partial<Anchor> = {}) => {
			const anchor = { ...readOwnAnchor(content, anchorModule), ...changed };
			writeFileSync(join(app, 'anchor.json'), JSON.stringify(anchor));
		};
		stamp();
		const to = join(clone.folder, 'host');
		const publication: PublishOptions = { ...placesOf(clone.options), to, app };
		return { ...clone, app, to, stamp, buildFor, publication };
	}

	test.each(['', '/handrail'])(
		'puts edition and app where a static host serves “%s”',
		async (at) => {
			const { to, buildFor, publication, io, options } = await aBuiltApp();
			buildFor(at);
			expect(await publish(publication, io)).toBe(0);
			await expect(verified(join(to, 'published'), options, io.now())).resolves.toBeDefined();
			const paths = ['_app/immutable/a.js', 'service-worker.js', 'en/index.html', 'published'];
			for (const path of paths) expect(existsSync(join(to, path)), path).toBe(true);
		}
	);

	test('writes the head last', async () => {
		const { to, publication, io } = await aBuiltApp();
		await publish(publication, io);
		const time = (path: string) => statSync(join(to, path), { bigint: true }).mtimeNs;
		const all = readdirSync(to, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && entry.name !== 'head.json')
			.map((entry) => time(join(entry.parentPath, entry.name).slice(to.length)));
		const head = time('published/head.json');
		expect(all.every((each) => each <= head)).toBe(true);
	});

	test('writes nothing again that is there', async () => {
		const { publication, io, printed } = await aBuiltApp();
		await publish(publication, io);
		await publish(publication, io);
		expect(printed.join('\n')).toMatch(/: 0 files written, \d+ were there\.$/m);
	});

	test('cut at any step leaves the edition before it whole', async () => {
		const { to, publication, io, options, edit } = await aBuiltApp();
		await publish(publication, io);
		const recording = join(options.content, 'guides/front-door/en.audio');
		cpSync('tests/fixtures/recordings/front-door', recording, { recursive: true });
		await build(options, io);
		await publish(publication, io);
		edit('guides/bus-stop/en.md', 'Get on.', 'Get off.');
		await build(options, io);

		// a file where a folder must be stops the copy at that step
		const steps = ['audio', 'blob', 'pack', 'listing', 'edition', 'trust', '../_app', '../en'];
		for (const step of steps) {
			const place = join(to, 'published', step);
			cpSync(place, `${place}.away`, { recursive: true });
			rmSync(place, { recursive: true });
			writeFileSync(place, '');
			await expect(publish(publication, io)).rejects.toThrow();
			rmSync(place);
			cpSync(`${place}.away`, place, { recursive: true });
			rmSync(`${place}.away`, { recursive: true });
			expect(versions(join(to, 'published'))).toEqual([2, 2]);
			await expect(verified(join(to, 'published'), options, io.now())).resolves.toBeDefined();
		}
		await publish(publication, io);
		expect(versions(join(to, 'published'))).toEqual([3, 3]);
	});

	test('leaves a head that was renewed there while it copied', async () => {
		const { to, publication, out, io, folder, options } = await aBuiltApp();
		await publish(publication, io);
		const elsewhere = join(folder, 'elsewhere');
		cpSync(out, elsewhere, { recursive: true });
		await renew({ ...options, out }, io);
		const later = { ...io, now: () => new Date(io.now().getTime() + 1000) };
		await renew({ ...options, out: elsewhere }, later);
		const head = join(to, 'published/head.json');
		const theirs = readFileSync(join(elsewhere, 'head.json'));
		let asked = 0;
		const now = (): Date => {
			// once for the edition, once for the app: the folder was looked at in between
			if (++asked === 2) writeFileSync(head, theirs);
			return io.now();
		};
		await expect(publish(publication, { ...io, now })).rejects.toThrow('another head');
		expect(readFileSync(head)).toEqual(theirs);
	});

	test('refuses to put an older edition over a newer one', async () => {
		const { publication, out, io, folder, options, edit } = await aBuiltApp();
		const old = join(folder, 'old');
		cpSync(out, old, { recursive: true });
		edit('guides/bus-stop/en.md', 'Get on.', 'Get off.');
		await build(options, io);
		await publish({ ...publication, app: undefined }, io);
		const back = publish({ ...publication, out: old, app: undefined }, io);
		await expect(back).rejects.toThrow(/later edition/);
	});

	test('refuses another edition or head under a number that is out, which phones would refuse', async () => {
		const { publication, out, io, options, edit } = await aBuiltApp();
		await publish({ ...publication, app: undefined }, io);
		rmSync(out, { recursive: true });
		edit('guides/bus-stop/en.md', 'Get on.', 'Get off.');
		await build({ ...options, version: 1 }, io);
		const again = publish({ ...publication, app: undefined }, io);
		await expect(again).rejects.toThrow(/another edition with the number 1/);
	});

	test('refuses to put its roots over those of another publisher', async () => {
		const { to, publication, io } = await aBuiltApp();
		const before = await aBuiltApp();
		cpSync(before.out, join(to, 'published'), { recursive: true });
		const over = publish({ ...publication, app: undefined }, io);
		await expect(over).rejects.toThrow(/holds the edition of another publisher.*trust\/1\.root/);
	});

	test('refuses a host whose compressed copies are not of the files that it sends', async () => {
		const { to, publication, io } = await aBuiltApp();
		await publish(publication, io);
		writeFileSync(join(to, 'published/head.json.br'), 'an old head, compressed');
		const stale = publish(publication, io);
		await expect(stale).rejects.toThrow(/head\.json\.br is not head\.json compressed/);
		rmSync(join(to, 'published/head.json.br'));
		expect(await publish(publication, io)).toBe(0);
	});

	test('says how many files of earlier editions it left out', async () => {
		const { publication, io, options, printed, edit } = await aBuiltApp();
		edit('guides/bus-stop/en.md', 'Get on.', 'Get off.');
		await build(options, io);
		await publish(publication, io);
		expect(printed.join('\n')).toMatch(/\d+ files of earlier editions stay where they are/);
	});

	test('refuses a damaged file, and names it', async () => {
		const { to, publication, out, io } = await aBuiltApp();
		const [blob = ''] = readdirSync(join(out, 'blob'));
		writeFileSync(join(out, 'blob', blob), '{}');
		const damaged = publish({ ...publication, app: undefined }, io);
		await expect(damaged).rejects.toThrow(`blob/${blob} is damaged`);
		expect(existsSync(to)).toBe(false);
	});

	test('refuses an app that trusts another anchor than this edition, and says which', async () => {
		const { to, publication, io, stamp } = await aBuiltApp();
		const other = aClone();
		await other.demoKeys();
		stamp({ root: readOwnAnchor(other.content, other.options.anchorModule).root, isDemo: true });
		const mixed = publish(publication, io);
		await expect(mixed).rejects.toThrow(
			/it trusts root 1 \([0-9a-f]{16}…\), of demo keys, and this edition is under another root 1/
		);
		await expect(mixed).rejects.toThrow(/Build the app again: npx vite build/);
		expect(existsSync(to)).toBe(false);
	});

	test('refuses an app whose floor is above this edition', async () => {
		const { publication, io, stamp } = await aBuiltApp();
		stamp({ floor: 2 });
		await expect(publish(publication, io)).rejects.toThrow(/accepts no edition below 2/);
	});

	test('refuses an app that does not say which anchor it trusts', async () => {
		const { app, publication, io } = await aBuiltApp();
		rmSync(join(app, 'anchor.json'));
		await expect(publish(publication, io)).rejects.toThrow(/does not say which anchor/);
	});

	test('refuses the edition of somebody else, though it brings a root 1 of its own', async () => {
		const { publication, io, options } = await aBuiltApp();
		const stranger = await aBuiltApp();
		const theirs = { ...publication, out: stranger.out, app: undefined };
		await expect(publish(theirs, io)).rejects.toThrow(/this edition is under another root 1/);
		// the anchor that is committed wins over what the last build wrote
		const own = readOwnAnchor(stranger.content, stranger.options.anchorModule);
		writeFileSync(join(options.content, 'anchor.json'), JSON.stringify(own));
		expect(await publish(theirs, io)).toBe(0);
	});

	test('lays an app for a path out for a host that serves the folder there, and says so', async () => {
		const { to, publication, io, buildFor, printed } = await aBuiltApp();
		buildFor('/handrail');
		expect(await publish(publication, io)).toBe(0);
		for (const path of ['_app/immutable/a.js', 'service-worker.js', 'en/index.html']) {
			expect(existsSync(join(to, path)), path).toBe(true);
		}
		expect(existsSync(join(to, 'handrail'))).toBe(false);
		expect(printed.join('\n')).toContain('Serve that folder at /handrail/');
	});

	test('refuses an app for another path than readers are told', async () => {
		const { to, publication, io, buildFor, edit, options } = await aBuiltApp();
		edit(
			'publisher.json',
			'"address": "http://localhost:4173"',
			'"address": "https://handrail.example/guides"'
		);
		await build(options, io);
		buildFor('/handrail');
		await expect(publish(publication, io)).rejects.toThrow(
			/built to be served at \/handrail\/, .* at https:\/\/handrail\.example\/guides/
		);
		buildFor('');
		await expect(publish(publication, io)).rejects.toThrow(/BASE_PATH=\/guides npx vite build/);
		expect(existsSync(to)).toBe(false);
		buildFor('/guides');
		expect(await publish(publication, io)).toBe(0);
	});

	test('refuses an app that does not say where it is served', async () => {
		const { app, publication, io } = await aBuiltApp();
		rmSync(join(app, 'built-for.json'));
		await expect(publish(publication, io)).rejects.toThrow(/does not say where its app/);
	});

	test('refuses an app that is not built', async () => {
		const { publication, io, folder } = await aBuiltApp();
		const unbuilt = publish({ ...publication, app: join(folder, 'nowhere') }, io);
		await expect(unbuilt).rejects.toThrow(/holds no built app/);
	});
});
