import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

type Flags<Options extends ParseArgsOptionsConfig> = ReturnType<
	typeof parseArgs<{ args: string[]; options: Options; allowPositionals: boolean }>
>;

/**
 * The flags and words of a command line. `--help` is answered with how the command is called, and what
 * was not understood with what is wrong and the same: both end the process, with 0 and with 2.
 */
export function readFlags<const Options extends ParseArgsOptionsConfig>(
	args: string[],
	options: Options,
	{ usage, takesWords = false }: { readonly usage: string; readonly takesWords?: boolean }
): Flags<Options> {
	if (args.includes('--help') || args.includes('-h')) {
		console.log(`Usage: ${usage}`);
		process.exit(0);
	}
	try {
		return parseArgs({ args, options, allowPositionals: takesWords });
	} catch (error) {
		// Node adds advice after a full stop that is not about this command
		const [said = ''] = (error as Error).message.split('. ');
		return refuseFlags(`${said}.`, usage);
	}
}

/** Ends a command that was called in a way that it does not understand. */
export function refuseFlags(problem: string, usage: string): never {
	console.error(`${problem}\n\nUsage: ${usage}`);
	process.exit(2);
}
