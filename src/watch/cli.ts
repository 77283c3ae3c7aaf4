// `npm run watch:sources` and its kin: whether sources still say what they are cited for.
import '../build/check-node.js';
import { takeSite } from '../build/site/site-folder.ts';
import { describeDiskTrouble } from '../compiler/base/disk-trouble.ts';
import { Refusal } from '../compiler/base/refusal.ts';
import { UsageError } from '../compiler/base/usage-error.ts';
import { runWatch, USAGE } from './commands/command-line.ts';

try {
	process.exitCode = await runWatch(takeSite(process.argv.slice(2)), {
		print: (line) => console.log(line),
		printError: (line) => console.error(line),
		now: () => new Date(),
		key: (name) => process.env[name]
	});
} catch (error) {
	const isUsage = error instanceof UsageError;
	const said = isUsage || error instanceof Refusal ? error.message : describeDiskTrouble(error);
	if (said === undefined) throw error;
	console.error(isUsage ? `${said}\n\n${USAGE}` : said);
	process.exitCode = isUsage ? 2 : 1;
}
