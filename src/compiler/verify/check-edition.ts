import { isArticleId } from '#lib/edition/card.ts';
import { dayMs, hasExpired, instantMs } from '#lib/edition/dates.ts';
import { DAY_MS } from '#lib/edition/durations.ts';
import type { Edition, Head } from '#lib/edition/edition.ts';
import type { Anchor } from '#lib/trust/anchor.ts';
import { trustedRole, type Root, type RootRole } from '#lib/trust/signed/root.ts';
import { EDITION_DAYS } from '../compile/compile-edition.ts';
import { ROOT_DAYS } from '../keys/roots.ts';
import type { PublishedLanguage } from './read-language.ts';

/** Whether every language lists the same ids, those that the edition says there are. */
export function* checkMembers(
	{ changes, withdrawn }: Edition,
	english: PublishedLanguage,
	languages: readonly PublishedLanguage[]
): Generator<string> {
	const ids = new Set(english.entries.map(({ id }) => id).filter((id) => id !== 'audio'));
	const needed = [
		...['contacts', 'terms', 'coverage'],
		...changes.map(({ slug }) => `change/${slug}`)
	];
	for (const { files, entries } of languages) {
		const here = new Set(entries.map(({ id }) => id));
		// what is recorded differs from one language to the next
		here.delete('audio');
		for (const id of new Set([...needed, ...ids])) {
			if (!here.has(id)) yield `The ${files.lang} listing lacks "${id}"`;
		}
		for (const id of here) {
			if (!ids.has(id)) yield `The ${files.lang} listing has "${id}", and the English has not`;
		}
	}
	for (const { id, on } of withdrawn) {
		if (ids.has(id)) yield `"${id}" is listed, and said to be withdrawn`;
		if (!isArticleId(id)) yield `"${id}" is said to be withdrawn, and is no article's id`;
		if (!isDay(on)) yield `"${id}" is said to be withdrawn on "${on}", which is no day`;
	}
	const known = new Set([...ids, ...withdrawn.map(({ id }) => id)]);
	for (const { slug, date, articles } of changes) {
		if (!isDay(date)) yield `The change "${slug}" has the date "${date}", which is no day`;
		const unknown = articles.find((id) => !known.has(id));
		if (unknown !== undefined) yield `The change "${slug}" names "${unknown}", which is not here`;
	}
	yield* doubles(
		'language',
		languages.map(({ files }) => files.lang)
	);
	yield* doubles(
		'change',
		changes.map(({ slug }) => slug)
	);
	yield* doubles(
		'withdrawn id',
		withdrawn.map(({ id }) => id)
	);
}

const isDay = (day: string): boolean => day.length === 10 && !Number.isNaN(dayMs(day));

function* doubles(what: string, names: readonly string[]): Generator<string> {
	const twice = names.find((name, at) => names.indexOf(name) !== at);
	if (twice !== undefined) yield `The edition names the ${what} "${twice}" twice`;
}

/** Whether root, head and edition agree with each other and with the anchor, and are valid now. */
export function* checkSignedFiles(
	{ root, head, edition }: { root: Root; head: Head; edition: Edition },
	anchor: Anchor,
	now: Date
): Generator<string> {
	for (const [name, { issued, expires }] of Object.entries({ root, head, edition })) {
		// where the phone's clock is right it would say that it is wrong
		if (!(instantMs(issued) <= now.getTime())) {
			yield `The ${name} is issued at ${issued}, which is not yet. Is this machine's clock right?`;
		}
		if (hasExpired(expires, now)) {
			yield `The ${name} has expired at ${expires}. ${RENEW[name] ?? ''}`;
		}
	}
	if (daysOf(edition) > EDITION_DAYS) yield `The edition lives longer than ${EDITION_DAYS} days`;
	// a year may have a day more
	if (daysOf(root) > ROOT_DAYS + 1) yield `The root lives longer than a year`;
	if (head.root !== root.version) {
		yield `The head names root ${head.root}, and root ${root.version} is out: phones would hear of it late. ${RENEW.head}`;
	}
	if (edition.publisher.isDemo !== anchor.isDemo) {
		yield `The edition says that its keys are ${edition.publisher.isDemo ? '' : 'not '}demo keys, the anchor says otherwise`;
	}
	for (const mirror of edition.mirrors) {
		if (!/^https:\/\/[^\s/]+\/(\S*\/)?$/.test(mirror)) {
			yield `The mirror "${mirror}" is no https address that ends in a slash`;
		}
	}
}

const RENEW: Readonly<Record<string, string>> = {
	root: 'Run: npm run keys -- renew, then build',
	head: 'Run: npm run edition:renew',
	edition: 'Run: npm run edition:build'
};

const daysOf = ({ issued, expires }: { issued: string; expires: string }): number =>
	(instantMs(expires) - instantMs(issued)) / DAY_MS;

/** Finds keys that phones leave out, because they are malformed or their id is not their hash. */
export async function checkKeys(root: Root): Promise<string[]> {
	const problems: string[] = [];
	for (const role of Object.keys(root.roles) as RootRole[]) {
		const { keyIds, threshold } = root.roles[role];
		const { keys } = await trustedRole(root, role);
		const bad = keyIds.find((keyId) => !keys.has(keyId));
		if (bad !== undefined)
			problems.push(`Root ${root.version}: phones cannot use the ${role} key ${bad}`);
		// approvers may be none
		if (keyIds.length > 0 && keys.size < threshold) {
			problems.push(`Root ${root.version}: ${threshold} must sign as ${role}, of ${keys.size}`);
		}
	}
	return problems;
}
