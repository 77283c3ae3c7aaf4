import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { siteFolder } from '../../build/site/site-folder.ts';
import { didYouMean } from '../../compiler/base/nearest.ts';
import { UsageError } from '../../compiler/base/usage-error.ts';
import { close } from './close.ts';
import { evidence } from './evidence.ts';
import { feeds } from './feeds.ts';
import { importDocument } from './import-document.ts';
import type { Io } from './io.ts';
import { watch } from './watch.ts';

interface Flags {
	readonly content: string;
	readonly state: string;
	readonly values: Readonly<Record<string, string | undefined>>;
}

interface Command {
	readonly usage: string;
	readonly about: string;
	readonly texts: readonly string[];
	readonly switches?: readonly string[];
	/** It needs no folder of the watch. */
	readonly isStateless?: boolean;
	readonly run: (flags: Flags, words: readonly string[], io: Io) => Promise<number> | number;
}

const COMMANDS: Readonly<Record<string, Command>> = {
	sources: {
		usage: 'watch:sources -- --state DIR [SLUG…] [--archive DIR] [--contact URL] [--content DIR]',
		about: 'Reads the sources that are due, and opens tasks for what changed.',
		texts: ['archive', 'contact'],
		run: ({ content, state, values: { archive, contact } }, slugs, io) =>
			watch({ content, state, slugs, archive, contact }, io)
	},
	feeds: {
		usage: 'watch:feeds -- --state DIR [--since DAY] [--contact URL] [--content DIR]',
		about: 'Reads registers of law, and opens tasks for documents that may be for us.',
		texts: ['contact', 'since'],
		run: ({ content, state, values }, _words, io) => {
			const since = values['since'];
			if (since !== undefined && !/^\d{4}-\d\d-\d\d$/.test(since)) {
				throw new UsageError(`--since is "${since}": write a day such as 2026-11-01.`);
			}
			return feeds({ content, state, since, contact: values['contact'] }, io);
		}
	},
	import: {
		usage: 'watch:import -- ID SLUG [--contact URL] [--content DIR]',
		about: 'Begins a directive and its source with what a register says of one document.',
		texts: ['contact'],
		isStateless: true,
		run: ({ content, values }, [id, slug], io) => {
			if (id === undefined || slug === undefined) {
				throw new UsageError('Name the document (fr-2025-02006) and the slug of the directive.');
			}
			return importDocument({ content, id, slug, contact: values['contact'] }, io);
		}
	},
	evidence: {
		usage: 'watch:evidence -- [SLUG…] --archive DIR [--write] [--content DIR]',
		about: 'Says which answers are kept as evidence, and notes them in the source files.',
		texts: ['archive'],
		switches: ['write'],
		isStateless: true,
		run: ({ content, values: { archive, write } }, slugs, io) => {
			if (archive === undefined)
				throw new UsageError('--archive is missing: where answers are kept.');
			return evidence({ content, archive, slugs, isWritten: write === ON }, io);
		}
	},
	close: {
		usage: 'watch:close -- ID… --state DIR --as NAME [--note TEXT] [--content DIR]',
		about: 'Closes tasks that an editor has looked at.',
		texts: ['as', 'note'],
		run: ({ content, state, values }, ids, io) => {
			if (ids.length === 0) throw new UsageError('Name the tasks to close.');
			const by = values['as']?.trim();
			if (!by || by === 'watch') throw new UsageError('--as is missing: who looked at it.');
			return close({ content, state, ids, by, note: values['note'] }, io);
		}
	}
};

const usageOf = ({ usage, about }: Command): string => `  npm run ${usage}\n      ${about}`;

export const USAGE = [
	'Usage:',
	...Object.values(COMMANDS).map(usageOf),
	'',
	'Exit codes: 0 done, 1 a task of high severity is open, or a refusal, 2 not understood.'
].join('\n');

/** Runs a command line of the watch. Gives the exit code; throws `UsageError` if it is not understood. */
export async function runWatch(argv: readonly string[], io: Io): Promise<number> {
	const [name = '', ...rest] = argv;
	if (argv.some((word) => word === '--help' || word === '-h')) {
		io.print(USAGE);
		return 0;
	}
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (!command) {
		throw new UsageError(
			`There is no command "${name}". ${didYouMean(name, Object.keys(COMMANDS))}`
		);
	}
	const { values, words } = parse(
		rest,
		['content', 'state', ...command.texts],
		command.switches ?? []
	);
	const state = values['state'] ?? '';
	if (state === '' && command.isStateless !== true) {
		throw new UsageError('--state is missing: a folder, outside the repository of the content.');
	}
	return command.run({ content: values['content'] ?? siteFolder(), state, values }, words, io);
}

/** The value of a flag that has none. */
const ON = 'on';

function parse(args: string[], names: readonly string[], switches: readonly string[]) {
	const options: ParseArgsOptionsConfig = {};
	for (const name of names) options[name] = { type: 'string' };
	for (const name of switches) options[name] = { type: 'boolean' };
	try {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const texts = Object.entries(values).map(([name, it]) => [name, it === true ? ON : String(it)]);
		return { values: Object.fromEntries(texts) as Flags['values'], words: positionals };
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}
