// `npm run site:new -- --to DIR`: the folder of a site, with one guide and one rule to begin from.
import { globSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { makeFolder } from '../folders/make-folder.ts';
import { readFlags } from '../flags/read-flags.ts';
import { PhoneNumber, SHORT_NAME_LENGTH } from './site-file.ts';

const STARTER = join(import.meta.dirname, 'starter');
const USAGE =
	'npm run site:new -- --to DIR [--name NAME] [--place PLACE] [--zone ZONE] [--phone NUMBER]\n' +
	'Such as: npm run site:new -- --to ../our-city --name "Our rail" --place "Our City" --zone America/Chicago --phone +13125550100';
const DAY_MS = 86_400_000;
/** The field of `site.json` that a site without such a number does not have. */
const PHONE_LINE = /^.*"PHONE".*\n/m;
/** Texts on doors and of the whole country are looked at again after so many days. */
const REVIEW_DAYS = 30;

export interface NewSite {
	readonly to: string;
	readonly name: string;
	readonly place: string;
	readonly zone: string;
	/** Who answers in other languages. Left out: nobody is named. */
	readonly phone?: string | undefined;
}

/** Writes the files of a new site, and gives their paths in it. Throws where something is there. */
export function writeNewSite({ to, name, place, zone, phone }: NewSite, now: Date): string[] {
	const there = statSync(to, { throwIfNoEntry: false });
	if (there && !there.isDirectory()) throw new Error(`${to} is a file: name a folder.`);
	if (there && readdirSync(to).length > 0) {
		throw new Error(`${to} is not empty: name a folder that is not there yet.`);
	}
	const dayOf = (instant: Date): string =>
		new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant);
	const words: Readonly<Record<string, string>> = {
		NAME: name,
		SHORT: shortNameOf(name),
		PLACE: place,
		ZONE: zone,
		PHONE: phone ?? '',
		TODAY: dayOf(now),
		LATER: dayOf(new Date(now.getTime() + REVIEW_DAYS * DAY_MS))
	};
	// what is given stands in JSON
	const fill = (text: string): string =>
		(phone === undefined ? text.replace(PHONE_LINE, '') : text).replace(
			/\b(?:NAME|SHORT|PLACE|ZONE|PHONE|TODAY|LATER)\b/g,
			(word) => JSON.stringify(words[word] ?? '').slice(1, -1)
		);
	return globSync('**/*.*', { cwd: STARTER })
		.concat('gitignore')
		.map((path) => {
			const own = path === 'gitignore' ? '.gitignore' : fill(path.replaceAll('\\', '/'));
			makeFolder(dirname(join(to, own)));
			writeFileSync(join(to, own), fill(readFileSync(join(STARTER, path), 'utf8')));
			return own;
		});
}

/** As much of a name as stands below an icon: whole characters as a reader sees them, in as many units. */
export function shortNameOf(name: string): string {
	let short = '';
	for (const { segment } of new Intl.Segmenter().segment(name.trim())) {
		if (short.length + segment.length > SHORT_NAME_LENGTH) break;
		short += segment;
	}
	// of one that begins with a longer character nothing fits, and no site has an empty one
	return short.trim() || 'Guide';
}

/** As a shell takes it for one word, so that what is printed can be pasted. */
const quoted = (word: string): string =>
	/^[\w./:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

function run(args: string[]): void {
	const text = { type: 'string' } as const;
	const { values } = readFlags(
		args,
		{ to: text, name: text, place: text, zone: text, phone: text },
		{ usage: USAGE }
	);
	// an empty folder would be the one where the command runs, with all that is in it
	const empty = Object.entries(values).find(([, value]) => value.trim() === '');
	if (empty) throw new Error(`--${empty[0]} is empty.`);
	const { to, phone, place = 'Springfield', zone = 'UTC' } = values;
	if (to === undefined) throw new Error('--to is missing.');
	const name = values.name ?? basename(resolve(to));
	const number = v.safeParse(PhoneNumber, phone ?? '911');
	if (!number.success) throw new Error(`--phone ${number.issues[0].message}.`);
	const files = writeNewSite({ to, name, place, zone, phone }, new Date());
	for (const file of files) console.log(join(to, file));
	console.log(
		`\nNow: npm run edition:check -- --site ${quoted(to)}\nand: npm start -- --site ${quoted(to)}\n` +
			'Look at site.json first: the time zone, the colours, whom a reader calls in danger.'
	);
	if (phone === undefined) {
		console.log(
			'No --phone was given, so nobody is told to call for another language. Add one to site.json when somebody answers: "phone": {"number": "+13125550100", "display": "312-555-0100"}'
		);
	}
}

if (import.meta.main) {
	try {
		run(process.argv.slice(2));
	} catch (error) {
		const { code, message, path } = error as NodeJS.ErrnoException;
		if (path === undefined) {
			// of a flag, of a folder that has something in it, of a time zone that there is not
			console.error(`${message}\n\nUsage: ${USAGE}`);
			process.exitCode = 2;
		} else {
			console.error(
				`${path} cannot be written (${code ?? message}). Name another folder with --to.`
			);
			process.exitCode = 1;
		}
	}
}
