import { parseArgs } from 'node:util';
import { isLanguageTag } from '#lib/edition/language-tags.ts';
import { announce, ANNOUNCE_ACTIONS } from './announce.ts';
import { approve } from './approve.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { hash } from './hash.ts';
import { KEY_ACTIONS, keys } from './keys.ts';
import { prune } from './prune.ts';
import { publish } from './publish.ts';
import { renew } from './renew.ts';
import { report } from './report.ts';
import { EDITION_DAYS } from '../compile/compile-edition.ts';
import type { Io } from '../base/io.ts';
import { publishedFolder, siteFolder } from '../../build/site/site-folder.ts';
import { didYouMean } from '../base/nearest.ts';
import { UsageError } from '../base/usage-error.ts';
import { xliff, XLIFF_ACTIONS } from './xliff.ts';
import { instantOf, numberOf, textOf, visibleTextOf, type Values } from './terminal/flags.ts';

interface Command {
	/** What it does: one sentence. */
	readonly about: string;
	readonly usage: string;
	/** Flags with a value, and without. */
	readonly texts?: readonly string[];
	readonly switches?: readonly string[];
	readonly takesWords?: boolean;
	readonly run: (values: Values, words: readonly string[], io: Io) => Promise<number>;
}

const APP = 'build';
const ANCHOR_MODULE = 'src/lib/trust/generated/anchor.ts';

/** Every command, its flags, and the defaults that make it right for this repository. */
const COMMANDS: Readonly<Record<string, Command>> = {
	check: {
		about: 'Finds every problem of the content, and what changed since the published edition.',
		usage: 'check [--against DIR] [--content DIR] [--evidence DIR]',
		texts: ['against', 'content', 'evidence'],
		run: (values, _words, io) => check(contentOf(values), io)
	},
	diff: {
		about: 'Shows what is not as it was published, text by text, word by word.',
		usage: 'diff [--json] [--against DIR] [--content DIR] [--evidence DIR]',
		texts: ['against', 'content', 'evidence'],
		switches: ['json'],
		run: (values, _words, io) => diff({ ...contentOf(values), json: values.json === true }, io)
	},
	approve: {
		about: 'Writes who approved these texts, when, and for which words.',
		usage: 'approve SLUG… --as NAME --role ROLE [--lang TAG] [--content DIR]',
		texts: ['as', 'role', 'lang', 'content'],
		takesWords: true,
		run: (values, slugs, io) => {
			if (slugs.length === 0) throw new UsageError('Name the articles to approve by their slugs.');
			const content = textOf(values, 'content') ?? siteFolder();
			const lang = textOf(values, 'lang') ?? 'en';
			if (!isLanguageTag(lang)) throw new UsageError(`--lang is "${lang}": no language of ours.`);
			const [name, role] = [visibleTextOf(values, 'as'), visibleTextOf(values, 'role')];
			return approve({ content, slugs, name, role, lang }, io);
		}
	},
	report: {
		about: 'Says how hard each text is to read, the hardest first.',
		usage: 'report [--json] [--tasks DIR] [--content DIR] [--evidence DIR]',
		texts: ['tasks', 'content', 'evidence'],
		switches: ['json'],
		run: (values, _words, io) => {
			const content = textOf(values, 'content') ?? siteFolder();
			const evidence = textOf(values, 'evidence');
			const tasks = textOf(values, 'tasks');
			return report({ content, evidence, tasks, json: values.json === true }, io);
		}
	},
	build: {
		about: 'Checks, compiles and signs an edition.',
		usage:
			'build [--content DIR] [--out DIR] [--keys DIR] [--version N] [--issued ISO] ' +
			'[--expires-days N] [--unchecked] [--demo] [--new-address]',
		texts: ['content', 'out', 'keys', 'version', 'issued', 'expires-days'],
		switches: ['unchecked', 'demo', 'new-address'],
		run: (values, _words, io) => {
			const options = {
				content: textOf(values, 'content') ?? siteFolder(),
				out: textOf(values, 'out') ?? publishedFolder(),
				keys: textOf(values, 'keys'),
				version: numberOf(values, 'version', Number.MAX_SAFE_INTEGER),
				issued: instantOf(values, 'issued'),
				expiresDays: numberOf(values, 'expires-days', EDITION_DAYS),
				isUnchecked: values.unchecked === true,
				isCompared: values.demo === true,
				isMoved: values['new-address'] === true,
				anchorModule: ANCHOR_MODULE,
				compress: true
			};
			return build(options, io);
		}
	},
	renew: {
		about: 'Signs the head again, for seven days; nothing else.',
		usage: 'renew [--out DIR] [--content DIR] [--keys DIR] [--if-built]',
		texts: ['out', 'content', 'keys'],
		switches: ['if-built'],
		run: (values, _words, io) => {
			const content = textOf(values, 'content') ?? siteFolder();
			const out = textOf(values, 'out') ?? publishedFolder();
			const app = values['if-built'] === true ? APP : undefined;
			return renew({ content, out, keys: textOf(values, 'keys'), ifBuilt: app }, io);
		}
	},
	publish: {
		about: 'Copies edition and app to the folder that a host serves, in the safe order.',
		usage: 'publish --to DIR [--out DIR] [--app DIR] [--edition-only] [--content DIR]',
		texts: ['to', 'out', 'app', 'content'],
		switches: ['edition-only'],
		run: (values, _words, io) => {
			const to = textOf(values, 'to');
			if (to === undefined) throw new UsageError('--to is missing: the folder to publish to.');
			const app = values['edition-only'] === true ? undefined : (textOf(values, 'app') ?? APP);
			const out = textOf(values, 'out') ?? publishedFolder();
			const content = textOf(values, 'content') ?? siteFolder();
			return publish({ to, app, out, content, anchorModule: ANCHOR_MODULE }, io);
		}
	},
	keys: {
		about: 'Makes, lists and replaces keys.',
		usage: `keys ${KEY_ACTIONS.join('|')} [--keys DIR] [--to DIR] [--role ROLE] [--replace KEYID]`,
		texts: ['keys', 'to', 'role', 'replace', 'content'],
		takesWords: true,
		run: (values, words, io) => {
			const options = {
				action: words[0],
				folder: textOf(values, 'keys') ?? textOf(values, 'to'),
				to: textOf(values, 'to'),
				content: textOf(values, 'content') ?? siteFolder(),
				role: textOf(values, 'role'),
				replace: textOf(values, 'replace'),
				anchorModule: ANCHOR_MODULE
			};
			return keys(options, io);
		}
	},
	announce: {
		about: 'Tells phones that an edition is out: shows what they get, and asks first.',
		usage:
			`announce [${ANNOUNCE_ACTIONS.join('|')} FILE] [--edition N] [--severity routine|critical] ` +
			'[--cancel] [--to ORIGIN] [--keys DIR] [--out DIR] [--content DIR] [--file FILE] [--yes]',
		texts: ['edition', 'severity', 'to', 'keys', 'out', 'content', 'file'],
		switches: ['cancel', 'yes'],
		takesWords: true,
		run: (values, words, io) => {
			const options = {
				action: words[0],
				file: words[1] ?? textOf(values, 'file'),
				edition: numberOf(values, 'edition', Number.MAX_SAFE_INTEGER),
				severity: textOf(values, 'severity'),
				isCancelled: values.cancel === true,
				to: textOf(values, 'to'),
				keys: textOf(values, 'keys'),
				out: textOf(values, 'out') ?? publishedFolder(),
				content: textOf(values, 'content') ?? siteFolder(),
				isConfirmed: values.yes === true
			};
			return announce(options, io);
		}
	},
	hash: {
		about: 'Prints the hashes that translations refer to, or fills them in.',
		usage: 'hash [FILE…] [--write] [--content DIR]',
		texts: ['content'],
		switches: ['write'],
		takesWords: true,
		run: (values, words, io) => {
			const content = textOf(values, 'content') ?? siteFolder();
			return hash({ content, files: words, write: values.write === true }, io);
		}
	},
	prune: {
		about: 'Removes articles, and what only they had use for.',
		usage: 'prune SLUG… [--keep] [--content DIR]',
		texts: ['content'],
		switches: ['keep'],
		takesWords: true,
		run: (values, slugs, io) => {
			const content = textOf(values, 'content') ?? siteFolder();
			return prune({ content, slugs, keep: values.keep === true }, io);
		}
	},
	xliff: {
		about: 'Hands texts out to translators’ tools, and takes translations back as drafts.',
		usage:
			`xliff ${XLIFF_ACTIONS.join('|')} [TEXT…|FILE] [--lang TAG] [--xliff 1.2|2.0] [--to FILE] ` +
			'[--by NAME] [--content DIR]',
		texts: ['lang', 'xliff', 'to', 'by', 'content'],
		takesWords: true,
		run: (values, [action, ...words], io) =>
			xliff(
				{
					content: textOf(values, 'content') ?? siteFolder(),
					...{ action, words, lang: textOf(values, 'lang'), to: textOf(values, 'to') },
					...{ version: textOf(values, 'xliff'), by: textOf(values, 'by') }
				},
				io
			)
	}
};

/** The content, and the folder it is compared with; for content elsewhere it is another's. */
function contentOf(values: Values) {
	const content = textOf(values, 'content');
	return {
		content: content ?? siteFolder(),
		evidence: textOf(values, 'evidence'),
		against: textOf(values, 'against'),
		out: content === undefined ? publishedFolder() : undefined
	};
}

/** As it is typed: `build --keys DIR` is `npm run edition:build -- --keys DIR`. */
function usageOf({ usage }: Command): string {
	const [name = '', ...rest] = usage.split(' ');
	const script = name === 'keys' || name === 'announce' ? name : `edition:${name}`;
	return `npm run ${script} -- ${rest.join(' ')}`;
}

export const USAGE = `Usage:
${Object.values(COMMANDS)
	.map((command) => `  ${usageOf(command)}\n      ${command.about}`)
	.join('\n')}

All of them take --site DIR: the folder of another site than src/content.`;

/** Runs a command line. Gives the exit code; throws `UsageError` if it cannot be understood. */
export function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
	const [name = '', ...rest] = argv;
	if (HELP.has(name) || name === 'help') {
		io.print(`${USAGE}\n\n${EXIT_CODES}`);
		return Promise.resolve(0);
	}
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (!command) {
		const what = name === '' ? 'No command was given.' : `There is no command "${name}".`;
		throw new UsageError(`${what} ${didYouMean(name, Object.keys(COMMANDS))}`.trim());
	}
	if (rest.some((word) => HELP.has(word))) {
		io.print(helpFor(command));
		return Promise.resolve(0);
	}
	return understood(command, () => {
		const { texts = [], switches = [], takesWords = false } = command;
		const { values, words } = parse(rest, texts, switches);
		if (words[0] !== undefined && !takesWords) {
			throw new UsageError(`"${words[0]}" is one word too many.`);
		}
		return command.run(values, words, io);
	});
}

const HELP: ReadonlySet<string> = new Set(['--help', '-h']);
const EXIT_CODES = 'Exit codes: 0 done, 1 problems in the content or a refusal, 2 not understood.';

const helpFor = (command: Command): string =>
	`${command.about}\n\nUsage: ${usageOf(command)}\n\n${EXIT_CODES}`;

/** Adds the usage of the command to an error about its flags. */
async function understood(command: Command, run: () => Promise<number>): Promise<number> {
	try {
		return await run();
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		throw new UsageError(error.message, `Usage: ${usageOf(command)}`);
	}
}

function parse(argv: string[], texts: readonly string[], switches: readonly string[]) {
	const flags = (names: readonly string[], type: 'string' | 'boolean') =>
		names.map((name) => [name, { type }] as const);
	const options = Object.fromEntries([...flags(texts, 'string'), ...flags(switches, 'boolean')]);
	try {
		const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
		return { values: values as Values, words: positionals };
	} catch (error) {
		// Node names the flag; it adds advice after a full stop that is not about this command
		const [said = ''] = (error as Error).message.split('. ');
		const flag = /'--?([^' =]+)/.exec(said)?.[1] ?? '';
		throw new UsageError(`${said}. ${didYouMean(flag, [...texts, ...switches])}`.trim());
	}
}
