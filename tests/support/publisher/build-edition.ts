// Compiles content into the next edition, for tests that publish: `node build-edition.ts CONTENT OUT ANCHOR`.
// As the command `edition:build`, but without compressed copies, which take most of its time.
import { build } from '../../../src/compiler/commands/build.ts';
import type { Io } from '../../../src/compiler/base/io.ts';

const [content = '', out = '', anchorModule = ''] = process.argv.slice(2);
const io: Pick<Io, 'print' | 'printError' | 'now'> = {
	print: () => undefined,
	printError: (line) => console.error(line),
	now: () => new Date()
};
const options = { content, out, anchorModule, isUnchecked: false, compress: false };
process.exitCode = await build(options, io as Io);
