import { parseArgs } from 'node:util';
import { didYouMean } from '../../compiler/base/nearest.ts';
import { UsageError } from '../../compiler/base/usage-error.ts';
import { close } from './close.ts';
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
	readonly run: (flags: Flags, words: readonly string[], io: Io) => Promise<number> | number;
}

const COMMANDS: Readonly<Record<string, Command>> = {
	sources: {
		usage: 'watch:sources -- --state DIR [SLUG…] [--contact URL] [--content DIR]',
		about: 'Reads the sources that are due, and opens tasks for what changed.',
		texts: ['contact'],
		run: ({ content, state, values }, slugs, io) =>
			watch({ content, state, slugs, contact: values['contact'] }, io)
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
	const { values, words } = parse(rest, ['content', 'state', ...command.texts]);
	const state = values['state'];
	if (state === undefined) {
		throw new UsageError('--state is missing: a folder, outside the repository of the content.');
	}
	return command.run({ content: values['content'] ?? 'src/content', state, values }, words, io);
}

function parse(args: string[], names: readonly string[]) {
	const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
	try {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		return { values: values as Record<string, string | undefined>, words: positionals };
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}
