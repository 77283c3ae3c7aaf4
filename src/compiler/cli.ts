import '../build/check-node.js';
import { takeSite } from '../build/site/site-folder.ts';
import { runCommandLine, USAGE } from './commands/command-line.ts';
import { confirm } from './commands/terminal/confirm.ts';
import { passphraseReader, readNewPassphrase } from './commands/terminal/passphrase.ts';
import { describeDiskTrouble } from './base/disk-trouble.ts';
import { Refusal } from './base/refusal.ts';
import { UsageError } from './base/usage-error.ts';

// Exit codes: 0 done, 1 problems in the content or a refusal, 2 not understood.
try {
	process.exitCode = await runCommandLine(takeSite(process.argv.slice(2)), {
		print: (line) => console.log(line),
		printError: (line) => console.error(line),
		// a pipe has no such function; a terminal answers by NO_COLOR and TERM
		hasColours: process.stdout.isTTY && process.stdout.hasColors(),
		now: () => new Date(),
		passphrase: passphraseReader(),
		newPassphrase: readNewPassphrase,
		confirm,
		fetch: (address, init) => fetch(address, init),
		operatorToken: () => process.env['OPERATOR_TOKEN']
	});
} catch (error) {
	if (error instanceof UsageError) {
		console.error(`${error.message}\n\n${error.usage ?? USAGE}`);
		process.exitCode = 2;
	} else if (error instanceof Refusal) {
		console.error(error.message);
		process.exitCode = 1;
	} else {
		const trouble = describeDiskTrouble(error);
		if (trouble === undefined) throw error;
		console.error(trouble);
		process.exitCode = 1;
	}
}
