import { expect, test } from 'vitest';
import { Refused, type ask } from './ask.ts';
import { ServerLine } from './server-line.svelte.ts';

/** A server that answers with the first of these, then with the next. */
function aLine(...answers: readonly unknown[]) {
	const left = [...answers];
	const asked: string[] = [];
	const server = (name: string): Promise<unknown> => {
		asked.push(name);
		const answer = left.shift();
		return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
	};
	return { line: new ServerLine(server as typeof ask), asked };
}

/** All that is waiting for nobody has happened. */
const settled = () => new Promise((resolve) => setTimeout(resolve));
const gone = () => new TypeError('Failed to fetch');

test('a question that finds nobody waits, says so, and is asked again', async () => {
	const { line, asked } = aLine(gone(), []);
	const answer = line.ask('drafts', {});
	await settled();
	expect(line.trouble).toBe('gone');
	line.retry();
	expect(await answer).toEqual([]);
	expect(line.trouble).toBeUndefined();
	expect(asked).toEqual(['drafts', 'drafts']);
});

test('one answer brings all that waited', async () => {
	const { line, asked } = aLine(gone(), gone(), ['new'], ['first'], ['second']);
	const waiting = [line.ask('drafts', {}), line.ask('drafts', {})];
	await settled();
	expect(await line.ask('drafts', {})).toEqual(['new']);
	expect(await Promise.all(waiting)).toEqual([['first'], ['second']]);
	expect(asked).toHaveLength(5);
});

test('a server that began anew does not know this tab', async () => {
	const { line } = aLine(new Refused(401, 'no-session'), []);
	const answer = line.ask('drafts', {});
	await settled();
	expect(line.trouble).toBe('closed');
	line.retry();
	expect(await answer).toEqual([]);
});

test.each([
	['disk-full', 'full'],
	['not-writable', 'locked']
] as const)(
	'what cannot be written waits until somebody has mended that: %s',
	async (said, trouble) => {
		const { line } = aLine(new Refused(507, said), []);
		const answer = line.ask('drafts', {}, { mayFail: true });
		await settled();
		expect(line.trouble).toBe(trouble);
		line.retry();
		expect(await answer).toEqual([]);
	}
);

test('what the server refuses is for whoever asked, and so is what they say themselves', async () => {
	const { line } = aLine(new Refused(409, 'taken'), new Refused(500, 'failed'));
	await expect(line.ask('drafts', {})).rejects.toThrow('taken');
	await expect(line.ask('drafts', {}, { mayFail: true })).rejects.toThrow('failed');
	expect(line.trouble).toBeUndefined();
});
