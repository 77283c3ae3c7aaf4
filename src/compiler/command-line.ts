import { parseArgs } from 'node:util';
import { isLanguageTag } from '#lib/edition/language-tags.ts';
import { announce, ANNOUNCE_ACTIONS } from './commands/announce.ts';
import { approve } from './commands/approve.ts';
import { build } from './commands/build.ts';
import { check } from './commands/check.ts';
import { diff } from './commands/diff.ts';
import { hash } from './commands/hash.ts';
import { KEY_ACTIONS, keys } from './commands/keys.ts';
import { publish } from './commands/publish.ts';
import { renew } from './commands/renew.ts';
import { report } from './commands/report.ts';
import { EDITION_DAYS } from './compile-edition.ts';
import type { Io } from './io.ts';
import { didYouMean } from './nearest.ts';
import {
	instantOf,
	numberOf,
	textOf,
	UsageError,
	visibleTextOf,
	type Values
} from './usage-error.ts';

interface Command {
	readonly usage: string;
	/** Flags with a value, and without. */
	readonly texts?: readonly string[];
	readonly switches?: readonly string[];
	readonly takesWords?: boolean;
	readonly run: (values: Values, words: readonly string[], io: Io) => Promise<number>;
}

const CONTENT = 'src/content';
const OUT = 'static/published';
const APP = 'build';
const ANCHOR_MODULE = 'src/lib/trust/generated/anchor.ts';

/** Every command, its flags, and the defaults that make it right for this repository. */
const COMMANDS: Readonly<Record<string, Command>> = {
	check: {
		usage: 'check [--against DIR] [--content DIR] [--evidence DIR]',
		texts: ['against', 'content', 'evidence'],
		run: (values, _words, io) => check(contentOf(values), io)
	},
	diff: {
		usage: 'diff [--json] [--against DIR] [--content DIR] [--evidence DIR]',
		texts: ['against', 'content', 'evidence'],
		switches: ['json'],
		run: (values, _words, io) => diff({ ...contentOf(values), json: values.json === true }, io)
	},
	approve: {
		usage: 'approve SLUG… --as NAME --role ROLE [--lang TAG] [--content DIR]',
		texts: ['as', 'role', 'lang', 'content'],
		takesWords: true,
		run: (values, slugs, io) => {
			if (slugs.length === 0) throw new UsageError('Name the articles to approve by their slugs.');
			const content = textOf(values, 'content') ?? CONTENT;
			const lang = textOf(values, 'lang') ?? 'en';
			if (!isLanguageTag(lang)) throw new UsageError(`--lang is "${lang}": no language of ours.`);
			const [name, role] = [visibleTextOf(values, 'as'), visibleTextOf(values, 'role')];
			return approve({ content, slugs, name, role, lang }, io);
		}
	},
	report: {
		usage: 'report [--json] [--content DIR] [--evidence DIR]',
		texts: ['content', 'evidence'],
		switches: ['json'],
		run: (values, _words, io) => {
			const content = textOf(values, 'content') ?? CONTENT;
			const evidence = textOf(values, 'evidence');
			return report({ content, evidence, json: values.json === true }, io);
		}
	},
	build: {
		usage:
			'build [--content DIR] [--out DIR] [--keys DIR] [--version N] [--issued ISO] ' +
			'[--expires-days N] [--unchecked]',
		texts: ['content', 'out', 'keys', 'version', 'issued', 'expires-days'],
		switches: ['unchecked'],
		run: (values, _words, io) => {
			const options = {
				content: textOf(values, 'content') ?? CONTENT,
				out: textOf(values, 'out') ?? OUT,
				keys: textOf(values, 'keys'),
				version: numberOf(values, 'version', Number.MAX_SAFE_INTEGER),
				issued: instantOf(values, 'issued'),
				expiresDays: numberOf(values, 'expires-days', EDITION_DAYS),
				isUnchecked: values.unchecked === true,
				anchorModule: ANCHOR_MODULE,
				compress: true
			};
			return build(options, io);
		}
	},
	renew: {
		usage: 'renew [--out DIR] [--content DIR] [--keys DIR] [--if-built]',
		texts: ['out', 'content', 'keys'],
		switches: ['if-built'],
		run: (values, _words, io) => {
			const content = textOf(values, 'content') ?? CONTENT;
			const out = textOf(values, 'out') ?? OUT;
			const app = values['if-built'] === true ? APP : undefined;
			return renew({ content, out, keys: textOf(values, 'keys'), ifBuilt: app }, io);
		}
	},
	publish: {
		usage: 'publish --to DIR [--out DIR] [--app DIR] [--edition-only] [--content DIR]',
		texts: ['to', 'out', 'app', 'content'],
		switches: ['edition-only'],
		run: (values, _words, io) => {
			const to = textOf(values, 'to');
			if (to === undefined) throw new UsageError('--to is missing: the folder to publish to.');
			const app = values['edition-only'] === true ? undefined : (textOf(values, 'app') ?? APP);
			const out = textOf(values, 'out') ?? OUT;
			const content = textOf(values, 'content') ?? CONTENT;
			return publish({ to, app, out, content, anchorModule: ANCHOR_MODULE }, io);
		}
	},
	keys: {
		usage: `keys ${KEY_ACTIONS.join('|')} [--keys DIR] [--to DIR] [--role ROLE] [--replace KEYID]`,
		texts: ['keys', 'to', 'role', 'replace', 'content'],
		takesWords: true,
		run: (values, words, io) => {
			const options = {
				action: words[0],
				folder: textOf(values, 'keys') ?? textOf(values, 'to'),
				to: textOf(values, 'to'),
				content: textOf(values, 'content') ?? CONTENT,
				role: textOf(values, 'role'),
				replace: textOf(values, 'replace'),
				anchorModule: ANCHOR_MODULE
			};
			return keys(options, io);
		}
	},
	announce: {
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
				out: textOf(values, 'out') ?? OUT,
				content: textOf(values, 'content') ?? CONTENT,
				isConfirmed: values.yes === true
			};
			return announce(options, io);
		}
	},
	hash: {
		usage: 'hash [FILE…] [--write] [--content DIR]',
		texts: ['content'],
		switches: ['write'],
		takesWords: true,
		run: (values, words, io) => {
			const content = textOf(values, 'content') ?? CONTENT;
			return hash({ content, files: words, write: values.write === true }, io);
		}
	}
};

/** Which content, and with what it is compared: another folder's was not built to ours. */
function contentOf(values: Values) {
	const content = textOf(values, 'content');
	return {
		content: content ?? CONTENT,
		evidence: textOf(values, 'evidence'),
		against: textOf(values, 'against'),
		out: content === undefined ? OUT : undefined
	};
}

export const USAGE = `Usage: npm run edition:check | edition:diff | edition:approve | edition:report | edition:build | edition:renew | edition:publish | edition:hash | keys | announce
${Object.values(COMMANDS)
	.map(({ usage }) => `  cli.ts ${usage}`)
	.join('\n')}`;

/** Runs what was typed. Gives the exit code; throws `UsageError` if it cannot be understood. */
export function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
	const [name = '', ...rest] = argv;
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (!command) {
		const what = name === '' ? 'No command was given.' : `There is no command "${name}".`;
		throw new UsageError(`${what} ${didYouMean(name, Object.keys(COMMANDS))}`.trim());
	}
	const { texts = [], switches = [], takesWords = false } = command;
	const { values, words } = parse(rest, texts, switches);
	if (words[0] !== undefined && !takesWords) {
		throw new UsageError(`"${words[0]}" is one word too many.`);
	}
	return command.run(values, words, io);
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
