import { expect, onTestFinished, test, vi } from 'vitest';
import { once } from './outcome.ts';
import { runLanes, type Stage } from './run-stages.ts';

function listening(): () => string {
	const logged = vi.spyOn(console, 'log').mockReturnValue();
	const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
	onTestFinished(() => {
		logged.mockRestore();
		written.mockRestore();
	});
	return () => {
		const calls = [...logged.mock.calls, ...written.mock.calls];
		const order = [...logged.mock.invocationCallOrder, ...written.mock.invocationCallOrder];
		return calls
			.map(([said], index) => ({ said: String(said), at: order[index] ?? 0 }))
			.sort((a, b) => a.at - b.at)
			.map(({ said }) => said.trim())
			.join('\n');
	};
}

const saying = (name: string, ...words: string[]): Stage => ({
	name,
	run: async (node) => once(await node(['-e', words.map((it) => `console.log('${it}')`).join(';')]))
});

test('what stages print side by side is not mixed', async () => {
	const said = listening();
	await runLanes([[saying('a', 'a1', 'a2')], [saying('b', 'b1', 'b2')]]);
	expect(said()).toMatch(/=== a\na1\na2\n--- a: 1 passed/);
	expect(said()).toMatch(/=== b\nb1\nb2\n--- b: 1 passed/);
});

test('the stages of a lane wait for each other, and other lanes do not', async () => {
	listening();
	const order: string[] = [];
	let release: () => void = () => undefined;
	const freed = new Promise<void>((resolve) => (release = resolve));
	const stage = (name: string, until?: Promise<void>): Stage => ({
		name,
		async run() {
			await until;
			order.push(name);
			if (name === 'other') release();
			return once(true);
		}
	});
	await runLanes([[stage('first', freed), stage('second')], [stage('other')]]);
	expect(order).toEqual(['other', 'first', 'second']);
});

test('a program that fails is a failed stage, and the next one runs all the same', async () => {
	listening();
	const failing: Stage = {
		name: 'bad',
		run: async (node) => once(await node(['-e', 'process.exit(3)']))
	};
	const results = await runLanes([[failing, saying('good')], []]);
	expect(results.map(({ name, outcome }) => [name, outcome.failed])).toEqual([
		['bad', 1],
		['good', 0]
	]);
});

test('of a tool that only says yes or no, the last words are the reason', async () => {
	listening();
	const failing: Stage = {
		name: 'sizes',
		run: async (node) => once(await node(['-e', "console.log('too large'); process.exit(1)"]))
	};
	const [result] = await runLanes([[failing], []]);
	expect(result?.outcome.reasons).toEqual(['sizes\ntoo large\n']);
});
